import Dispatch
import Synchronization

/// Work that is the same on any number of cores.
enum Parallel {
  /// The results of `body` in the order of `elements`, made on all cores.
  ///
  /// `report` hears after each result how many there are, by one thread at a time. Threads are as
  /// many as cores where `threads` does not say.
  /// - Throws: ``Fault/interrupted(signal:)``; what has not been begun by then is left out.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], threads: Int? = nil, report: @Sendable (Int) -> Void = { _ in },
    _ body: @Sendable (Int, Element) -> Result
  ) throws(Fault) -> [Result] {
    let results = Results<Result>(count: elements.count)
    let done = Mutex(0)
    let next = Atomic(0)
    let workers = min(threads ?? elements.count, elements.count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while Interruption.signal == nil {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return }
        results.set(index, to: body(index, elements[index]))
        done.withLock { count in
          count += 1
          report(count)
        }
      }
    }
    try Interruption.check()
    return results.all
  }

  /// Does all of so many pieces of work on all cores, whatever signals come.
  static func perform(_ count: Int, threads: Int? = nil, _ body: @Sendable (Int) -> Void) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads ?? count, count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        body(index)
      }
    }
  }
}

/// Places that several threads fill; a class because they share it.
private final class Results<Value: Sendable>: Sendable {
  private let places: Mutex<[Value?]>

  init(count: Int) { places = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, to value: Value) { places.withLock { $0[index] = value } }

  var all: [Value] { places.withLock { $0.compactMap(\.self) } }
}
