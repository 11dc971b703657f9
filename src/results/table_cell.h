// A term as a cell of the table: short for people, yet in SPARQL's own form, so that it can be
// copied into the next query. Safe for a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rdf/term.h"

namespace whence::results {

enum class CellKind : std::uint8_t { kEmpty, kIri, kBlankNode, kText, kNumber };

struct Cell {
  std::string text;
  std::size_t columns = 0;  ///< What the text takes on a terminal.
  CellKind kind = CellKind::kEmpty;
};

class CellFormat {
 public:
  /// Prefixes: name without ":", and IRI. xsd: is known unless the name means something else.
  explicit CellFormat(std::vector<std::pair<std::string, std::string>> prefixes);

  /// Fills `cell`, whose memory is used again.
  void format(const rdf::TermView& term, Cell& cell);

 private:
  void append_iri(std::string& out, std::string_view iri) const;

  std::vector<std::pair<std::string, std::string>> prefixes_;  ///< The longest IRI first.
  std::string plain_;  ///< The cell's text before it is made safe.
};

}  // namespace whence::results
