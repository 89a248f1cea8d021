import ArgumentParser

struct ReferralCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral",
        abstract: "Checks referrals against the contract, and releases the contract.",
        subcommands: [ReferralCheck.self, ReferralRelease.self]
    )
}
