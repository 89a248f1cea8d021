/// How large a picture is drawn, in CSS pixels: pages give it, so that nothing jumps while they load.
package struct PictureSize: Hashable, Sendable {
    package let width: Int
    package let height: Int
}

extension MediaFile {
    /// From the `viewBox` of an SVG or the header of a PNG (ISO/IEC 15948, section 11.2.2); nil for other files.
    package var size: PictureSize? { path.hasSuffix(".svg") ? sizeOfSVG : sizeOfPNG }

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

    private var sizeOfPNG: PictureSize? {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count >= 24, Array(bytes.prefix(8)) == signature else { return nil }
        func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        return PictureSize(width: number(at: 16), height: number(at: 20))
    }
}
