// See table_cell.h.
#include "results/table_cell.h"

#include <algorithm>

#include "io/characters.h"
#include "io/term_text.h"
#include "rdf/vocabulary.h"
#include "results/display_text.h"

namespace whence::results {
namespace {

/// A part of PN_LOCAL (SPARQL 1.1 §19.8 [169]) that needs no escape.
bool is_local_name(std::string_view name) {
  if (name.empty()) {
    return true;
  }
  const auto is_dot_or_colon = [](char c) { return c == '.' || c == ':'; };
  if (name.front() == '.' || name.front() == '-' || name.back() == '.') {
    return false;
  }
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t size = is_dot_or_colon(name[i]) ? 1 : io::pn_chars_size(name.substr(i));
    if (size == 0) {
      return false;
    }
    i += size;
  }
  return true;
}

}  // namespace

CellFormat::CellFormat(std::vector<std::pair<std::string, std::string>> prefixes)
    : prefixes_(std::move(prefixes)) {
  if (std::ranges::none_of(prefixes_, [](const auto& p) { return p.first == "xsd"; })) {
    prefixes_.emplace_back("xsd", rdf::xsd::kNamespace);
  }
  std::erase_if(prefixes_, [](const auto& prefix) { return prefix.second.empty(); });
  std::ranges::stable_sort(prefixes_, std::ranges::greater{},
                           [](const auto& prefix) { return prefix.second.size(); });
}

void CellFormat::format(const rdf::TermView& term, Cell& cell) {
  plain_.clear();
  switch (term.kind) {
    case rdf::TermKind::kIri:
      cell.kind = CellKind::kIri;
      append_iri(plain_, term.value);
      break;
    case rdf::TermKind::kBlankNode:
      cell.kind = CellKind::kBlankNode;
      io::append_blank_node(plain_, term.value);
      break;
    case rdf::TermKind::kLiteral: {
      const bool is_bare = !term.datatype.empty() && io::has_bare_form(term.value, term.datatype);
      const bool is_number = is_bare && term.datatype != rdf::xsd::kBoolean;
      cell.kind = is_number ? CellKind::kNumber : CellKind::kText;
      if (is_bare) {
        plain_ += term.value;
        break;
      }
      io::append_string(plain_, term.value);
      if (!term.language.empty()) {
        plain_.append("@").append(term.language);
      } else if (!term.datatype.empty()) {
        plain_ += "^^";
        append_iri(plain_, term.datatype);
      }
      break;
    }
  }
  cell.text.clear();
  cell.columns = append_visible(cell.text, plain_);
}

void CellFormat::append_iri(std::string& out, std::string_view iri) const {
  for (const auto& [name, start] : prefixes_) {
    if (iri.starts_with(start) && is_local_name(iri.substr(start.size()))) {
      out.append(name).append(":").append(iri.substr(start.size()));
      return;
    }
  }
  io::append_iri(out, iri);
}

}  // namespace whence::results
