"""A small site by hand that passes every check, for the tests of the checks."""

from pathlib import Path

BASE = "https://example.example/sito"
LANGUAGES = {"it": ("Italiano", "ltr"), "ar": ("العربية", "rtl")}
SLUGS = {"": ("Casa", "البيت"), "visite/": ("Visite", "الزيارات")}


def page(language: str, slug: str) -> str:
    name, direction = LANGUAGES[language]
    title = SLUGS[slug][list(LANGUAGES).index(language)]
    up = "../" * (1 + slug.count("/"))
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{BASE}/{target}/{slug}">'
        for code, target in [*((each, each) for each in LANGUAGES), ("x-default", "it")]
    )
    switcher = "".join(
        f'<li><a hreflang="{each}" lang="{each}" dir="{way}" href="{up}{each}/{slug}index.html">{own_name}</a></li>'
        for each, (own_name, way) in LANGUAGES.items()
    )
    return f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - {name}</title>
<link rel="canonical" href="{BASE}/{language}/{slug}">
{alternates}
<link rel="stylesheet" href="{up}style.css">
</head>
<body>
<a class="skip" href="#main">{title}</a>
<header><nav><ul>
<li><a href="{up}{language}/visite/index.html">{SLUGS["visite/"][0]}</a></li>
{switcher}
</ul></nav></header>
<main id="main">
<h1>{title}</h1>
<h2 id="telefono">{name}</h2>
<p>{title} <a class="tap" href="tel:+39000000000"><bdi>+39 000 000000</bdi></a></p>
<p><img src="{up}logo.svg" alt="{name}" width="24" height="24"></p>
<p><a class="tap" href="{up}{language}/index.html#telefono">{title}</a></p>
</main>
<footer><p>{name}</p></footer>
</body>
</html>
"""


def bare(title: str, body: str, head: str = "") -> str:
    """A page that stands outside of the languages."""
    return f"""<!DOCTYPE html>
<html lang="it" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}
</head>
<body>
<main><h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def write(project: Path) -> Path:
    """Writes content/site.yml and output/ below `project`; returns the output folder."""
    output = project / "output"
    files = {
        "../content/site.yml": f"base-url: {BASE}\nsource-language: it\nlanguages: [it, ar]\n",
        "style.css": "a { display: inline-block; min-width: 24px; min-height: 24px }\n"
        ":root { color-scheme: light dark; background: light-dark(#fff, #111); color: light-dark(#111, #eee) }\n"
        "a { color: light-dark(#00408a, #9cf) }\n"
        ".skip { position: absolute; inset-inline-start: -999px }\n.skip:focus { inset-inline-start: 0 }\n"
        "@media print { nav { display: none } }\n",
        "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>\n',
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {BASE}/sitemap.xml\n",
        "sitemap.xml": '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        + "".join(f"<url><loc>{BASE}/{language}/{slug}</loc></url>" for language in LANGUAGES for slug in SLUGS)
        + "</urlset>\n",
        "index.html": bare(
            "Lingue",
            '<ul><li><a href="it/index.html">Italiano</a></li>'
            '<li><a href="ar/index.html" lang="ar" dir="rtl">العربية</a></li></ul>',
            '<link rel="stylesheet" href="style.css">',
        ),
        "404.html": bare("404", '<p><a href="/sito/">Casa</a></p>', '<link rel="stylesheet" href="/sito/style.css">'),
        "it/vecchio/index.html": bare(
            "Vecchio",
            '<p><a href="../visite/index.html">Visite</a></p>',
            '<meta http-equiv="refresh" content="0; url=../visite/index.html">',
        ),
    }
    files |= {f"{language}/{slug}index.html": page(language, slug) for language in LANGUAGES for slug in SLUGS}
    for name, text in files.items():
        file = output / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return output
