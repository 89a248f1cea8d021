import Content
import Testing

@Suite("What photos say beside the picture")
struct PhotoMetadataTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let webp = Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBP".utf8)

    private static func pngChunk(_ name: String, _ length: UInt8) -> [UInt8] {
        [0, 0, 0, length] + Array(name.utf8) + Array(repeating: 7, count: Int(length) + 4)
    }

    @Test(
        "The first that is found is named",
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFE, 0, 3, 65, 0xFF, 0xDA], "COM"),
            ([0xFF, 0xD8, 0xFF, 0xE1, 0, 9] + Array("Exif".utf8) + [0, 0], "Exif"),
            ([0xFF, 0xD8, 0xFF, 0xE1, 0, 9] + Array("http:".utf8), "XMP"),
            (png + pngChunk("IHDR", 13) + pngChunk("tEXt", 3), "tEXt"),
            (png + pngChunk("IHDR", 13) + pngChunk("eXIf", 0), "Exif"),
            (webp + Array("VP8 ".utf8) + [3, 0, 0, 0, 1, 2, 3, 0] + Array("XMP ".utf8) + [0, 0, 0, 0], "XMP"),
        ] as [([UInt8], String)]
    )
    func named(bytes: [UInt8], metadata: String) {
        #expect(photoMetadata(in: bytes) == metadata)
    }

    @Test("Bare pictures, other files and what is cut short say nothing, and nothing traps")
    func nothing() {
        let samples: [[UInt8]] = [
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xDA, 0xFF, 0xFE, 0, 3, 65],
            Self.png + Self.pngChunk("IHDR", 13) + Self.pngChunk("IDAT", 9),
            Self.webp + Array("VP8 ".utf8) + [3, 0, 0, 0, 1, 2, 3, 0],
            Array("Exif".utf8),
            Self.png + [0xFF, 0xFF, 0xFF, 0xFF] + Array("IDAT".utf8),
            Self.webp + Array("VP8 ".utf8) + [0xFF, 0xFF, 0xFF, 0xFF],
        ]
        for sample in samples {
            for length in 0...sample.count { #expect(photoMetadata(in: Array(sample.prefix(length))) == nil) }
        }
    }
}
