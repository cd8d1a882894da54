import Organization

/// One document of a catalogue.
struct Entity: Sendable {
  var key: EntityKey
  /// As written.
  var kind: String
  var namespace: String
  var name: String
  var title: String?
  var annotations: [String: String]
  var spec: SourceNode?
  var position: SourcePosition

  /// Text in `spec`; `nil` where it is missing, empty or no text.
  func text(_ field: String) -> String? { spec?.filledText(field) }

  /// Texts in `spec` with their places: of a list, or a single one.
  func texts(_ field: String) -> [(text: String, position: SourcePosition)] {
    guard let node = spec?.value(of: field) else { return [] }
    return node.filledText.map { [($0, node.position)] } ?? node.filledTexts
  }

  /// Where a field of `spec` stands, or the entity itself.
  func place(of field: String) -> SourcePosition { spec?.value(of: field)?.position ?? position }

  /// Whether somebody gets paged for it.
  var isPaged: Bool {
    annotations["pagerduty.com/service-id"] != nil
      || annotations["pagerduty.com/integration-key"] != nil
  }

  /// What PagerDuty calls it; the integration key is a secret and is never kept.
  var pagerDutyID: String? {
    annotations["pagerduty.com/service-id"].flatMap { id in
      (1...32).contains(id.utf8.count)
        && id.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) } ? id : nil
    }
  }
}
