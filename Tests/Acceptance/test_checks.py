"""The checks themselves: a sound site passes all of them, and each spoilt one is told of by the check it should be."""

import built as layout
import checks
import pytest
import sample

HOME, ARABIC, VISITS = "it/index.html", "ar/index.html", "it/visite/index.html"

#: check, file, what stands there, what to put in its place, what the complaint must say
SPOILT = [
    (checks.head, HOME, ' lang="it"', "", "no lang"),
    (checks.head, HOME, 'html lang="it"', 'html lang="fr"', "in the folder of 'it'"),
    (checks.head, ARABIC, '<html lang="ar" dir="rtl"', '<html lang="ar" dir="ltr"', "runs rtl"),
    (checks.head, HOME, "<title>Casa - Italiano</title>", "<title> </title>", "one title"),
    (checks.head, VISITS, "<title>Visite -", "<title>Casa -", "2 pages have the title"),
    (checks.head, HOME, "<h1>Casa</h1>", "<h1>Casa</h1><h1>Casa</h1>", "one h1"),
    (checks.head, HOME, "h2", "h3", "no level may be skipped"),
    (checks.head, HOME, 'name="viewport"', 'name="x"', "no viewport"),
    (checks.landmarks, "index.html", "main>", "div>", "one main"),
    (checks.landmarks, HOME, "nav>", "div>", "no nav"),
    (checks.landmarks, HOME, "<footer>", "<footer><nav></nav>", "need different names"),
    (checks.landmarks, HOME, "footer>", "div>", "no footer"),
    (checks.landmarks, HOME, 'href="#main"', 'href="#elsewhere"', "first thing in tab order"),
    (checks.landmarks, HOME, "<body>", "<body><button>x</button>", "first thing in tab order"),
    (checks.landmarks, HOME, '<a class="tap"', '<a tabindex="2" class="tap"', "tabindex 2"),
    (checks.addresses, HOME, 'rel="canonical" href="https', 'rel="canonical" href="http', "canonical must be"),
    (checks.addresses, HOME, 'hreflang="it" href="https', 'hreflang="it" href="http', "must list itself"),
    (checks.addresses, HOME, "x-default", "de", "no x-default"),
    (
        checks.addresses,
        HOME,
        f'hreflang="ar" href="{sample.BASE}/ar/',
        f'hreflang="ar" href="{sample.BASE}/ar/no/',
        "no file",
    ),
    (
        checks.addresses,
        HOME,
        f'hreflang="ar" href="{sample.BASE}/ar/',
        f'hreflang="ar" href="{sample.BASE}/it/',
        "leads to it/",
    ),
    (checks.addresses, ARABIC, "<head>", '<head><meta name="robots" content="noindex">', "which is noindex"),
    (checks.addresses, ARABIC, "x-default", "de", "list the same alternates back"),
    (checks.sitemap, "sitemap.xml", "/it/visite/", "/it/", "is missing"),
    (checks.sitemap, "sitemap.xml", "/it/visite/", "/it/vecchio/", "must not be indexed"),
    (checks.sitemap, "sitemap.xml", "/it/visite/", "/it/nessuno/", "no file serves it"),
    (checks.sitemap, "sitemap.xml", "/it/visite/", "/it/", "2 times"),
    (checks.sitemap, "robots.txt", "Sitemap:", "X:", "does not name the sitemap"),
    (checks.identifiers, HOME, 'id="telefono"', 'id="main"', "'main' stands 2 times"),
    (checks.links, HOME, "#telefono", "#nessuno", "names no id"),
    (checks.links, HOME, "it/visite/index.html", "it/nessuna/index.html", "does not exist"),
    (checks.links, HOME, "it/visite/index.html", "it/visite/", "leads to a folder"),
    (checks.links, HOME, "../it/visite/index.html", "/sito/it/visite/", "must be relative"),
    (checks.links, HOME, "../it/visite/index.html", "../../it/visite/index.html", "leads out"),
    (checks.links, HOME, "../it/visite/index.html", f"{sample.BASE}/it/visite/", "must be relative"),
    (checks.links, HOME, "../it/visite/index.html", "ftp://x.example/", "of no kind"),
    (checks.links, HOME, "tel:+39000000000", "tel:+39 000", "not a number that a phone can dial"),
    (checks.links, "404.html", "/sito/", "/altro/", "lies outside"),
    (checks.links, "it/vecchio/index.html", '<a href="../visite/', '<a href="../no/', "does not exist"),
    (checks.images, HOME, ' alt="Italiano"', "", "no alt"),
    (checks.images, HOME, "</main>", "<svg></svg></main>", "an svg"),
    (checks.privacy, HOME, "../style.css", "https://cdn.example/style.css", "from elsewhere"),
    (checks.privacy, HOME, "</main>", '<script src="//cdn.example/x.js"></script></main>', "from elsewhere"),
    (checks.privacy, "style.css", "a {", "@import 'https://fonts.example/a.css'; a {", "from elsewhere"),
    (checks.privacy, "style.css", "a {", "a { background: url(//x.example/a.png);", "from elsewhere"),
    (checks.privacy, HOME, "<h1>", '<h1 onclick="x()">', "event handler"),
    (checks.privacy, HOME, "../it/index.html#telefono", "javascript:x()", "is a script"),
    (checks.privacy, HOME, "</head>", '<script type="application/ld+json">{</script></head>', "not JSON"),
    (checks.phones, HOME, "<bdi>+39 000 000000</bdi>", "+39 000 000000", "not in a bdi"),
    (checks.phones, ARABIC, "<h1>", "<p>00 39 000 000</p><h1>", "not in a bdi"),
    (checks.phones, ARABIC, "<h1>", "<p><b>x</b> 00 39 000 000</p><h1>", "not in a bdi"),
]


def test_a_sound_site_passes(tmp_path):
    site = layout.read(tmp_path, sample.write(tmp_path))
    assert not [complaint for check in checks.ALL for complaint in check(site)]


@pytest.mark.parametrize(("check", "name", "old", "new", "says"), SPOILT)
def test_a_spoilt_site_is_told_of(tmp_path, check, name, old, new, says):
    file = sample.write(tmp_path) / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    complaints = list(check(layout.read(tmp_path, tmp_path / "output")))
    assert any(says in complaint for complaint in complaints), complaints


def test_a_heavy_page_is_told_of(tmp_path):
    file = sample.write(tmp_path) / "style.css"
    file.write_text("".join(f".c{n * n * 7919 % 100003} {{ top: {n}px }}" for n in range(3000)), "utf-8")
    assert list(checks.budget(layout.read(tmp_path, tmp_path / "output")))


@pytest.mark.parametrize("missing", ["index.html", "ar/index.html"])
def test_a_missing_page_is_an_error(tmp_path, missing):
    (sample.write(tmp_path) / missing).unlink()
    with pytest.raises(FileNotFoundError, match=r"exist|no home page"):
        layout.read(tmp_path, tmp_path / "output")
