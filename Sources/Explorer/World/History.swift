/// A value with what it was before, for undo and redo.
struct History<Value: Hashable & Sendable>: Sendable {
  private(set) var present: Value
  private var past: [Value] = []
  private var future: [Value] = []
  /// What the last change was about; changes of one thing in a row are undone together.
  private var topic: String?

  /// As many changes as anybody remembers having made.
  private static var most: Int { 200 }

  init(_ value: Value) { present = value }

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Makes a change; one that changes nothing is none.
  mutating func change(about topic: String?, _ body: (inout Value) -> Void) {
    var next = present
    body(&next)
    guard next != present else { return }
    if topic == nil || topic != self.topic || past.isEmpty { past.append(present) }
    if past.count > Self.most { past.removeFirst() }
    self.topic = topic
    present = next
    future = []
  }

  mutating func undo() {
    guard let last = past.popLast() else { return }
    future.append(present)
    present = last
    topic = nil
  }

  mutating func redo() {
    guard let next = future.popLast() else { return }
    past.append(present)
    present = next
    topic = nil
  }

  /// Replaces what is there without a way back, as saving does.
  mutating func settle(_ value: Value) {
    present = value
    topic = nil
  }
}
