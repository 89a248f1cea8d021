package import Diagnostics

extension FoundMark {
    /// One star may be meant (`tutt*`); the marks of other tools never are.
    func diagnostic(at location: SourceLocation) -> Diagnostic {
        if case .unclosed(let mark) = mark, mark.count == 1 { return .warning(problem, at: location) }
        return .error(problem, at: location)
    }

    package var problem: Problem {
        switch mark {
        case .unclosed(let mark): .unclosedMark(mark)
        case .table: .unreadMark(.pipeTable, way: .writeTable)
        case .task: .unreadMark(.taskBox, way: .writePlainItem)
        case .footnote: .unreadMark(.footnote, way: .writeFootnote)
        case .struck: .unreadMark(.struckText, way: .writeStruck)
        case .highlight: .unreadMark(.highlight, way: .writeStrong)
        case .quotedBold: .unreadMark(.wikiBold, way: .writeStrong)
        case .tag: .unreadMark(.forumTag, way: .writeStrong)
        case .emoji: .unreadMark(.emojiName, way: .writeEmoji)
        case .entity: .unreadMark(.unknownEntity, way: .writeEntity)
        case .heading: .unreadMark(.otherHeading, way: .writeHeading)
        case .listItem: .unreadMark(.otherListSign, way: .writeListItem)
        case .definition: .unreadMark(.definitionList, way: .writeDefinition)
        case .fence: .unreadMark(.otherBox, way: .writeBox)
        case .contents: .unreadMark(.tableOfContents, way: .writeNoContents)
        case .command: .unreadMark(.command, way: .writePanel)
        case .backslash: .unreadMark(.lastBackslash, way: .writeNoBackslash)
        case .apartLink: .unreadMark(.apartLink, way: .writeLink)
        case .unreadAddress: .unreadMark(.unreadAddress, way: .writeAddress)
        case .reference: .unreadMark(.linkReference, way: .writeLink)
        case .wikiLink: .unreadMark(.wikiLink, way: .writeLink)
        }
    }
}
