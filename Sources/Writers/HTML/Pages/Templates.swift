internal import Mustache

/// The templates that ship with the writer.
struct Templates: Sendable {
    let page: MustacheTemplate
    let chooser: MustacheTemplate
    let alias: MustacheTemplate

    /// Throws when a template of ours is malformed, which a test rules out.
    init() throws {
        page = try MustacheTemplate(string: text(PackageResources.page_mustache))
        chooser = try MustacheTemplate(string: text(PackageResources.chooser_mustache))
        alias = try MustacheTemplate(string: text(PackageResources.alias_mustache))
    }
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
