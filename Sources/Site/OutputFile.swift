/// A file of the web root, made in memory: writers give these, the executable puts them on disk.
package struct OutputFile: Hashable, Sendable {
    /// From the root, with slashes: `it/visite-a-casa/index.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
