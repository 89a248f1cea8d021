import Referral

/// The texts that explain the contract to those who build on it, in the English of programmers.
///
/// They are part of the program, since they put its rules into words; a test runs the examples in them.
func guides(form: FormDefinition, baseURL: String) -> [(path: String, text: String)] {
    [
        ("README.md", PackageResources.README_md),
        ("COMPATIBILITY.md", PackageResources.COMPATIBILITY_md),
        ("rules.md", PackageResources.rules_md),
        ("fhir/README.md", PackageResources.fhir_md),
    ].map { path, bytes in
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing("{base-url}", with: baseURL)
            .replacing("{version}", with: form.version.description)
            .replacing("{schema-version}", with: "\(form.version.major).\(form.version.minor)")
        return (path, text)
    }
}
