import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Thrown where work was stopped from outside before it was done.
struct Interruption: Error {
    /// The signal that asked for it.
    let signal: Int32
    /// What the work threw when it was cancelled.
    let reason: any Error

    /// As shells count it: 130 for Ctrl-C, 143 for SIGTERM.
    var exitCode: Int32 { 128 + signal }
}

/// Does some work that Ctrl-C, SIGTERM or a terminal that goes away cancels, so that it can clean up; a second such signal
/// ends the program at once.
///
/// Work that is done all the same has won. Signals that are ignored, as under `nohup`, stay ignored.
func interruptible<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let (signals, arrivals) = AsyncStream.makeStream(of: Int32.self)
    let heeded = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }
    let sources = heeded.map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { arrivals.yield(number) }
        source.resume()
        return source
    }
    defer {
        for source in sources { source.cancel() }
        for number in heeded { signal(number, SIG_DFL) }
    }
    let task = Task { try await work() }
    let watch = Task {
        var first: Int32?
        for await number in signals {
            if first != nil { _exit(128 + number) }
            first = number
            task.cancel()
        }
        return first
    }
    let result = await task.result
    arrivals.finish()
    if case .failure(let error) = result, let number = await watch.value {
        throw Interruption(signal: number, reason: error)
    }
    return try result.get()
}

/// Makes a write to a closed pipe, or past a limit on the size of files, an error in hand and not the program's end.
func ignoreWriteSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
}

private func isIgnored(_ number: Int32) -> Bool {
    let handler = signal(number, SIG_IGN)
    let isIgnored = unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if !isIgnored { signal(number, handler) }
    return isIgnored
}
