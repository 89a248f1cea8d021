/// What a JPEG, PNG or WebP says beside the picture: `Exif`, `XMP`, `IPTC`, or a comment; nil where it says nothing.
///
/// Told by the bytes, whatever the file is called. A file cut short is read as far as it goes.
package func photoMetadata(in bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xD8]) { return jpegMetadata(in: bytes) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        return chunk(named: ["eXIf": "Exif", "iTXt": "XMP", "tEXt": "tEXt", "zTXt": "zTXt"], in: bytes, from: 8) {
            place in
            (name: place + 4, length: number(in: bytes, at: place, count: 4), extra: 12)
        }
    }
    guard bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) else { return nil }
    return chunk(named: ["EXIF": "Exif", "XMP ": "XMP"], in: bytes, from: 12) { place in
        let length = number(in: [UInt8](bytes[place + 4..<place + 8].reversed()), at: 0, count: 4)
        return (name: place, length: length + length % 2, extra: 8)
    }
}

/// By the segments before the picture's own data (ITU-T T.81, annex B.1).
private func jpegMetadata(in bytes: [UInt8]) -> String? {
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA {
        let content = bytes[(place + 4)...]
        switch bytes[place + 1] {
        case 0xFE: return "COM"
        case 0xE1: return content.starts(with: "Exif".utf8) ? "Exif" : "XMP"
        case 0xED: return "IPTC"
        default: place += 2 + number(in: bytes, at: place + 2, count: 2)
        }
    }
    return nil
}

/// The meaning of the first chunk with one of these names; `head` says where a chunk has its name, how long its content
/// is, and how many bytes there are around it.
private func chunk(
    named names: [String: String],
    in bytes: [UInt8],
    from start: Int,
    head: (Int) -> (name: Int, length: Int, extra: Int)
) -> String? {
    var place = start
    while place + 8 <= bytes.count {
        let (name, length, extra) = head(place)
        if let meaning = names[String(decoding: bytes[name..<name + 4], as: UTF8.self)] { return meaning }
        place += length + extra
    }
    return nil
}

/// The most significant byte first.
private func number(in bytes: [UInt8], at place: Int, count: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
}
