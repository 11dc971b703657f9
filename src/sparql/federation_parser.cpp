// SERVICE: [59] ServiceGraphPattern, and the text that is sent to its endpoint.
#include <utility>

#include <fmt/format.h>

#include "sparql/grammar.h"

namespace whence::sparql {

/// [59] (SPARQL 1.1 Federated Query §4)
void Grammar::service_pattern(Group& group) {
  const Position position = take().position;
  end_bgp(group);
  const bool is_silent = accept_word("SILENT");
  PatternTerm endpoint = var_or_iri();
  const std::size_t begin = next_;
  Algebra child = group_graph_pattern();
  height_ = above(height_);
  join(group, {Service{std::move(endpoint), is_silent, std::move(child), standalone(begin, next_),
                       position}});
}

/// The words [begin, end) as text that needs no prologue: IRIs are written in full.
std::string Grammar::standalone(std::size_t begin, std::size_t end) const {
  std::string text;
  bool is_sign = false;
  for (std::size_t i = begin; i < end; ++i) {
    // A sign that touches a number is the number's, and must go on touching it (at_number()).
    if (!text.empty() && !(is_sign && is_touching(i - 1))) {
      text += ' ';
    }
    const Token& token = tokens_[i];
    is_sign = token.kind == TokenKind::kPunctuation && (token.text == "+" || token.text == "-");
    text += standalone(token);
  }
  return text;
}

std::string Grammar::standalone(const Token& token) const {
  switch (token.kind) {
    case TokenKind::kIri:
    case TokenKind::kPrefixedName:
      return rdf::to_ntriples(expanded(token));
    case TokenKind::kString:
      return rdf::to_ntriples(rdf::TermView::literal(token.text));
    case TokenKind::kVariable:
      return "?" + token.text;
    case TokenKind::kBlankNode:
      return "_:" + token.text;
    case TokenKind::kLanguageTag:
      return "@" + token.text;
    default:
      return token.text;
  }
}

}  // namespace whence::sparql
