import Mustache

/// The shapes of a page in HTML, which are files of their own.
struct HTMLTemplates {
  private let page: MustacheTemplate
  private let table: MustacheTemplate
  private let css: String

  /// - Throws: a template that cannot be read, which is a defect of cadre.
  init() throws {
    MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
    page = try MustacheTemplate(
      string: String(decoding: PackageResources.page_mustache, as: UTF8.self))
    table = try MustacheTemplate(
      string: String(decoding: PackageResources.table_mustache, as: UTF8.self))
    css = String(decoding: PackageResources.page_css, as: UTF8.self)
  }

  func page(_ context: [String: Any]) -> String {
    page.render(context.merging(["css": css]) { own, _ in own })
  }

  /// A table that scrolls by itself where it is too wide.
  ///
  /// - Parameters:
  ///   - table: what it holds.
  ///   - label: says that to who does not see it.
  /// - Returns: the element.
  func table(_ table: TextTable, label: String) -> String {
    let shown = table.columns.indices.filter {
      !(table.columns[$0].isDroppedEmpty && table.isEmpty($0))
    }
    let titles = shown.map { column -> [String: Any] in
      let title = table.columns[column].title
      return [
        "isNamed": !title.isEmpty, "text": title,
        "isNumber": table.columns[column].alignment == .right,
      ]
    }
    let rows = table.rows.map { row -> [String: Any] in
      [
        "cells": shown.enumerated().map { place, column in
          cell(row[column], of: table.columns[column], isHeader: place == 0)
        }
      ]
    }
    return self.table.render(["label": label, "titles": titles, "rows": rows])
  }

  private func cell(
    _ cell: TextTable.Cell, of column: TextTable.Column, isHeader: Bool
  ) -> [String: Any] {
    let isNumber = column.alignment == .right
    let isNamed = isHeader && !cell.text.isEmpty
    var context: [String: Any] = ["text": cell.text, "isHeader": isNamed]
    let classes = [
      isNumber ? "number" : column.mayShrink ? "flow" : nil,
      cell.text.isEmpty ? nil : cell.role?.name,
    ]
    .compactMap(\.self)
    if !classes.isEmpty { context["style"] = classes.joined(separator: " ") }
    if let curve = cell.curve { context["curve"] = SVG.spark(curve.values, in: curve.range) }
    return context
  }
}

extension TextRole {
  /// Its class in a style sheet.
  var name: String {
    switch self {
    case .heading: "heading"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    case .muted: "muted"
    case .emphasis: "emphasis"
    }
  }
}
