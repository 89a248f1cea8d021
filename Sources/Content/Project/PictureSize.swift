/// How large a picture is drawn, in CSS pixels: pages give it, so that nothing jumps while they load.
package struct PictureSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

extension MediaFile {
    /// That of the largest form of a photo, or the `viewBox` of an SVG; nil for other files.
    package var size: PictureSize? { picture?.common.last?.size ?? (isDrawing ? sizeOfSVG : nil) }

    private var sizeOfSVG: PictureSize? {
        let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let start = text.firstRange(of: "viewBox=\"")?.upperBound else { return nil }
        let numbers = text[start...].prefix { $0 != "\"" }
            .split { $0 == " " || $0 == "," }
            .compactMap { Double($0) }
        guard numbers.count == 4, numbers[2].isFinite, numbers[3].isFinite,
            (1...10_000).contains(numbers[2]), (1...10_000).contains(numbers[3])
        else { return nil }
        return PictureSize(width: Int(numbers[2].rounded()), height: Int(numbers[3].rounded()))
    }
}
