import CommonMark
import Content
import Site

extension PageMarkup {
    /// Where an image comes from: its size, so that nothing jumps, and of a photo the forms that a browser may choose from.
    func target(of image: Image<ShownFact>, isLazy: Bool) -> InlineWriter<ShownFact>.Target {
        guard let media = site.project.media.values.first(where: { route.link(to: $0.publishedFile) == image.source })
        else { return .init(image.source) }
        var attributes: [HTMLAttribute] = []
        if let size = media.size {
            attributes.append(HTMLAttribute("width", String(size.width)))
            attributes.append(HTMLAttribute("height", String(size.height)))
        }
        if isLazy { attributes.append(HTMLAttribute("loading", "lazy")) }
        guard let picture = media.picture else { return .init(image.source, attributes: attributes) }
        if picture.common.count > 1 { attributes += choice(among: picture.common, of: media) }
        var sources = HTML()
        if !picture.modern.isEmpty {
            let type = HTMLAttribute("type", PreparedPicture.FileType.webp.mediaType)
            sources.append(markup: "<source")
            sources.append([type] + choice(among: picture.modern, of: media))
            sources.append(markup: " />")
        }
        return .init(image.source, attributes: attributes, sources: sources)
    }

    private func choice(among forms: [PreparedPicture.Form], of media: MediaFile) -> [HTMLAttribute] {
        let files = forms.map { "\(route.link(to: media.file(of: $0))) \($0.size.width)w" }
        return [HTMLAttribute("srcset", files.joined(separator: ", ")), HTMLAttribute("sizes", placeOfPictures)]
    }
}

/// How wide `site.css` shows a picture: the screen without the page's margins, and at most 26rem.
private let placeOfPictures = "(max-width: 28.2rem) calc(100vw - 2.2rem), 26rem"

/// The worker that makes photos ready: the executable puts it where Python finds it.
package enum PictureResources {
    package static var worker: (name: String, bytes: [UInt8]) { ("pictures.py", PackageResources.pictures_py) }
}
