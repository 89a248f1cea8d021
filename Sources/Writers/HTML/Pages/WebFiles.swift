import Content
internal import Mustache
package import Site

/// All of the website: pages, style sheet, pictures, and what servers and search engines read.
///
/// Throws only when a template of ours is malformed.
package func webFiles(of site: Site) async throws -> [OutputFile] {
    let templates = try Templates()
    let assets = Assets(site: site)
    let pages = await withTaskGroup(of: [OutputFile].self) { group in
        for edition in site.editions {
            group.addTask { files(of: edition, site: site, templates: templates, assets: assets) }
        }
        return await group.reduce(into: []) { $0 += $1 }
    }
    let root =
        formerLeafletFiles(of: site, assets: assets, templates: templates) + [
            file(.chooser, chooserView(of: site, styleSheet: assets.styleSheet), templates.chooser),
            file(.notFound, notFoundView(of: site, styleSheet: assets.styleSheet), templates.chooser),
            OutputFile(path: "sitemap.xml", text: sitemap(of: site)),
            OutputFile(path: "robots.txt", text: robots(of: site)),
            OutputFile(path: "_headers", text: headers(of: site)),
        ]
    let pictures = site.project.shownMedia.flatMap(\.publishedFiles)
    let attachments = site.project.linkedAttachments.map { OutputFile(path: $0.publishedFile, bytes: $0.bytes) }
    return (pages + root + assets.files(of: site) + pictures + attachments).sorted { $0.path < $1.path }
}

private func files(
    of edition: LocalizedSite,
    site: Site,
    templates: Templates,
    assets: Assets
) -> [OutputFile] {
    var files: [OutputFile] = []
    for page in edition.pages {
        func markup(_ route: Route, for centre: Centre? = nil) -> PageMarkup {
            PageMarkup(site: site, edition: edition, route: route, centre: centre)
        }
        files.append(file(page.route, view(of: page, markup: markup(page.route), assets: assets), templates.page))
        for centre in page.showsPaper ? site.centresWithSheets : [] {
            let route = Route.centrePage(slug: page.slug, centre: centre.id, language: edition.language)
            let view = view(of: page, forCentreOf: markup(route, for: centre), assets: assets)
            files.append(file(route, view, templates.page))
        }
        for alias in page.page.aliases {
            let route = Route.page(slug: alias, language: edition.language)
            files.append(file(route, aliasView(of: alias, to: page, site: site), templates.alias))
        }
    }
    for leaflet in edition.leaflets {
        let editions = copyEditions(of: leaflet, in: site)
        // Printed codes keep the edition in the fragment, which no page that leads on would hand on.
        for code in leaflet.leaflet.codes {
            let route = Route.leaflet(code: code, language: edition.language)
            let markup = PageMarkup(site: site, edition: edition, route: route)
            files.append(file(route, view(of: leaflet, markup: markup, assets: assets), templates.page))
            if !leaflet.leaflet.isWithdrawn { files.append(OutputFile(path: route.editionsFile, text: editions)) }
        }
    }
    return files
}

/// Pages at the printed addresses of languages that the site has no more.
private func formerLeafletFiles(of site: Site, assets: Assets, templates: Templates) -> [OutputFile] {
    site.project.settings.formerLanguages.flatMap { language -> [OutputFile] in
        let codes = Set(site.project.ledger.entries.map(\.key).filter { $0.language == language.code }.map(\.leaflet))
        return codes.sorted().compactMap { code in
            let route = Route.leaflet(code: code, language: language)
            return formerLeafletView(of: site, route: route, styleSheet: assets.styleSheet).map {
                file(route, $0, templates.chooser)
            }
        }
    }
}

private func file(_ route: Route, _ view: View, _ template: MustacheTemplate) -> OutputFile {
    OutputFile(path: route.file, text: template.render(view))
}

/// Pages that are really translated, each with its alternates (sitemaps.org 0.9, Google's xhtml:link extension).
private func sitemap(of site: Site) -> String {
    var xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

        """
    func add(_ languages: [Language], reviewed: CalendarDate, _ route: (Language) -> Route) {
        for language in languages {
            xml += "<url><loc>\(escaped(site.absolute(route(language))))</loc><lastmod>\(reviewed)</lastmod>"
            for other in languages {
                let address = escaped(site.absolute(route(other)))
                xml += "<xhtml:link rel=\"alternate\" hreflang=\"\(other.code)\" href=\"\(address)\"/>"
            }
            xml += "</url>\n"
        }
    }
    for page in site.project.pages {
        add(site.alternates(ofPage: page.slug), reviewed: page.review.reviewed) { .page(slug: page.slug, language: $0) }
    }
    for leaflet in site.project.leaflets where !leaflet.isWithdrawn {
        add(site.alternates(ofLeaflet: leaflet.code), reviewed: leaflet.review.reviewed) {
            .leaflet(code: leaflet.code, language: $0)
        }
    }
    return xml + "</urlset>\n"
}

private func escaped(_ text: String) -> String { HTML(escaping: text).text }

/// Sample data must not be found by families, so search engines are sent away from it.
private func robots(of site: Site) -> String {
    let rule = site.project.isExample ? "Disallow: /" : "Allow: /"
    return "User-agent: *\n\(rule)\n\nSitemap: \(site.project.settings.baseURL)/sitemap.xml\n"
}

/// For servers that read this file: nothing from elsewhere, no frame around a page, no script but our own.
///
/// One policy holds for all pages. Hosts send every rule that matches the address asked for, some joined to one header,
/// and browsers keep to all of them together: a second rule can't allow what the first does not, and none can be made
/// for `404.html`, which is shown at other addresses.
private func headers(of site: Site) -> String {
    let policy = "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    var lines = [
        "/*",
        "  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \(policy)",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "  Permissions-Policy: camera=(), microphone=(), geolocation=()",
    ]
    if site.project.isExample { lines.append("  X-Robots-Tag: noindex") }
    lines += [
        "/assets/*",
        "  Cache-Control: public, max-age=31536000, immutable",
    ]
    return lines.joined(separator: "\n") + "\n"
}
