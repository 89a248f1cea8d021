/// Whether a name is one that editors and file managers leave beside the files that people make.
///
/// Backups, locks, and what a folder looks like: nothing in it was written by a person.
func isLeaving(_ name: String) -> Bool {
    isFolderLeaving(name) || name.hasSuffix("~") || name.hasPrefix("~$") || name.hasPrefix(".#")
        || (name.hasPrefix("#") && name.hasSuffix("#"))
        || [".bak", ".orig", ".rej", ".swp", ".swo", ".tmp"].contains(where: name.hasSuffix)
}

/// Whether a name is one that file managers leave in the folders that they show, which can be lost.
///
/// A backup can't: where the file that it was made of is no more, it is all that a person has.
func isFolderLeaving(_ name: String) -> Bool {
    let names: Set = [".DS_Store", ".directory", "Thumbs.db", "desktop.ini", "Desktop.ini", "ehthumbs.db"]
    return names.contains(name) || name.hasPrefix("._")
}
