/// Whether a name is one that editors and file managers leave beside the files that people make.
///
/// Backups, locks, and what a folder looks like: nothing in it was written by a person.
func isLeaving(_ name: String) -> Bool {
    let names: Set = [".DS_Store", ".directory", "Thumbs.db", "desktop.ini", "Desktop.ini", "ehthumbs.db"]
    return names.contains(name) || name.hasSuffix("~") || name.hasPrefix("~$") || name.hasPrefix("._")
        || name.hasPrefix(".#") || (name.hasPrefix("#") && name.hasSuffix("#"))
        || [".bak", ".orig", ".rej", ".swp", ".swo", ".tmp"].contains(where: name.hasSuffix)
}
