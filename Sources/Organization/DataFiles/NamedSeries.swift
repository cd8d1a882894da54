/// One series of a file of many.
package struct NamedSeries: Hashable, Sendable {
  package var name: String
  package var history: TrafficHistory

  package init(name: String, history: TrafficHistory) {
    self.name = name
    self.history = history
  }
}
