// Variables, IRIs, literals and blank nodes: [106] VarOrTerm to [138] BlankNode.
#include <utility>

#include <fmt/format.h>

#include "rdf/iri.h"
#include "rdf/vocabulary.h"
#include "sparql/grammar.h"

namespace whence::sparql {

namespace {

bool is_number(const Token& token) {
  return token.kind == TokenKind::kInteger || token.kind == TokenKind::kDecimal ||
         token.kind == TokenKind::kDouble;
}

}  // namespace

bool Grammar::at_iri() const {
  return peek().kind == TokenKind::kIri || peek().kind == TokenKind::kPrefixedName;
}

/// [130] to [133]. A sign is part of a number only where nothing stands between the two.
bool Grammar::at_number() const {
  if (is_number(peek())) {
    return true;
  }
  return (at("+") || at("-")) && is_number(peek(1)) && is_touching(next_);
}

bool Grammar::is_touching(std::size_t sign) const {
  const Position position = tokens_[sign].position;
  return tokens_[sign + 1].position == Position{position.line, position.column + 1};
}

bool Grammar::at_boolean() const { return at_word("TRUE") || at_word("FALSE"); }

/// [106] VarOrTerm, [109] GraphTerm
PatternTerm Grammar::var_or_term() {
  if (peek().kind == TokenKind::kVariable) {
    return variable();
  }
  if (at_iri()) {
    return iri();
  }
  if (peek().kind == TokenKind::kString) {
    return rdf_literal();
  }
  if (at_number()) {
    return numeric_literal();
  }
  if (at_boolean()) {
    return boolean_literal();
  }
  if (peek().kind == TokenKind::kBlankNode) {
    return blank_node();
  }
  fail_expected("a variable, an IRI, a literal or a blank node");
}

/// [107]
PatternTerm Grammar::var_or_iri() {
  if (peek().kind == TokenKind::kVariable) {
    return variable();
  }
  if (at_iri()) {
    return iri();
  }
  fail_expected("a variable or an IRI");
}

Variable Grammar::variable() {
  if (peek().kind != TokenKind::kVariable) {
    fail_expected("a variable");
  }
  return {take().text};
}

/// [136] iri
rdf::Term Grammar::iri() {
  if (!at_iri()) {
    fail_expected("an IRI");
  }
  return expanded(take());
}

rdf::Term Grammar::expanded(const Token& token) const {
  if (token.kind == TokenKind::kIri) {
    return rdf::Term::iri(resolved(token));
  }
  const std::size_t colon = token.text.find(':');
  const std::string_view prefix = std::string_view(token.text).substr(0, colon);
  const auto found = prefix_index_.find(prefix);
  if (found == prefix_index_.end()) {
    fail(fmt::format("the prefix '{0}:' is not declared: expected PREFIX {0}: <...> at the "
                     "beginning of the query",
                     shortened(prefix)),
         token.position);
  }
  return rdf::Term::iri(prefixes_[found->second].second + token.text.substr(colon + 1));
}

/// §4.1.1.1: relative IRIs are resolved; absolute ones stay as they are written.
std::string Grammar::resolved(const Token& token) const {
  if (rdf::is_absolute_iri(token.text)) {
    return token.text;
  }
  if (base_iri_.empty()) {
    fail(fmt::format("the IRI <{}> is relative, and there is no BASE to resolve it against",
                     shortened(token.text)),
         token.position);
  }
  return rdf::resolve_iri(base_iri_, token.text);
}

/// [129] RDFLiteral
rdf::Term Grammar::rdf_literal() {
  const Token& text = take();
  if (peek().kind == TokenKind::kLanguageTag) {
    return rdf::Term::language_literal(text.text, take().text);
  }
  if (accept("^^")) {
    return rdf::Term::literal(text.text, iri().value);
  }
  return rdf::Term::literal(text.text);
}

rdf::Term Grammar::numeric_literal() {
  std::string lexical;
  if (at("+") || at("-")) {
    lexical = take().text;
  }
  const Token& number = take();
  lexical += number.text;
  const std::string_view datatype = number.kind == TokenKind::kInteger   ? rdf::xsd::kInteger
                                    : number.kind == TokenKind::kDecimal ? rdf::xsd::kDecimal
                                                                         : rdf::xsd::kDouble;
  return rdf::Term::literal(lexical, datatype);
}

/// [134]. Keywords are matched in any case (§19.8, note 1).
rdf::Term Grammar::boolean_literal() {
  const bool value = at_word("TRUE");
  take();
  return rdf::Term::literal(value ? "true" : "false", rdf::xsd::kBoolean);
}

/// [138] with a label: a variable of one basic graph pattern (§4.1.4), a term in a template.
PatternTerm Grammar::blank_node() {
  const Token& label = take();
  if (in_template_) {
    return rdf::Term::blank_node(label.text);
  }
  const auto [entry, is_new] = label_bgp_.emplace(label.text, bgp_number_);
  if (!is_new && entry->second != bgp_number_) {
    fail(fmt::format("_:{} stands in another basic graph pattern already: expected a label of its "
                     "own, or a variable",
                     shortened(label.text)),
         label.position);
  }
  return Variable{fmt::format("._:{}", label.text)};
}

/// No label can begin with a dot, so that these are never taken for one that was written.
PatternTerm Grammar::fresh_blank_node() {
  if (in_template_) {
    return rdf::Term::blank_node(fmt::format(".{}", internal_count_++));
  }
  return internal_variable("b");
}

Variable Grammar::internal_variable(std::string_view kind) {
  return {fmt::format(".{}{}", kind, internal_count_++)};
}

}  // namespace whence::sparql
