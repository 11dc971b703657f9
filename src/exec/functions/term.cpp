// Functions on RDF terms (SPARQL 1.1 §17.4.2), but those that make new ones from nothing.
#include <algorithm>
#include <array>
#include <utility>

#include "exec/functions/function.h"
#include "exec/functions/string_argument.h"
#include "rdf/iri.h"
#include "rdf/vocabulary.h"

namespace whence::exec {

namespace {

using Terms = std::span<const rdf::TermView>;

/// isIRI, isBlank, isLiteral; mostly answered by the id alone.
template <rdf::TermKind kKind>
class KindNode final : public Evaluator {
 public:
  explicit KindNode(Arguments arguments) : argument_(std::move(arguments[0])) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    return boolean(truth(row, context));
  }
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    const Value value = argument_->evaluate(row, context);
    if (is_error(value)) {
      return std::nullopt;
    }
    if (std::holds_alternative<xsd::Value>(value)) {
      return kKind == rdf::TermKind::kLiteral;
    }
    if (const auto* term = std::get_if<rdf::Term>(&value)) {
      return term->kind == kKind;
    }
    const store::Id id = std::get<store::Id>(value);
    switch (id.tag()) {
      case store::IdTag::kBlankNode:
        return kKind == rdf::TermKind::kBlankNode;
      case store::IdTag::kIri:
        return kKind == rdf::TermKind::kIri;
      case store::IdTag::kLocal:
        return context.term(id, scratch_).kind == kKind;
      default:
        return kKind == rdf::TermKind::kLiteral;
    }
  }

 private:
  std::unique_ptr<Evaluator> argument_;
  std::string scratch_;
};

/// §17.4.2.5: the lexical form or the IRI, which is where it was.
class StrNode final : public Evaluator {
 public:
  explicit StrNode(Arguments arguments) : argument_(std::move(arguments[0])) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    const auto text = view(row, context, scratch_);
    return text ? string_value(std::string(text->value)) : Value(ExpressionError{});
  }
  std::optional<rdf::TermView> view(const Row& row, QueryContext& context,
                                    TermScratch& scratch) override {
    const auto term = argument_->view(row, context, scratch);
    if (!term || term->is_blank_node()) {
      return std::nullopt;
    }
    return rdf::TermView::literal(term->value);
  }

 private:
  std::unique_ptr<Evaluator> argument_;
  TermScratch scratch_;
};

template <typename Node>
std::unique_ptr<Evaluator> make(const sparql::Call& /*call*/, Arguments arguments) {
  return std::make_unique<Node>(std::move(arguments));
}

/// §17.4.2.4
std::optional<xsd::Value> isnumeric(std::span<const xsd::Value> arguments) {
  return xsd::Value(xsd::is_numeric(arguments[0]));
}

/// §17.4.2.6
Value lang(Terms arguments, QueryContext& /*context*/) {
  return arguments[0].is_literal() ? string_value(std::string(arguments[0].language))
                                   : Value(ExpressionError{});
}

/// §17.4.2.7
Value datatype(Terms arguments, QueryContext& /*context*/) {
  return arguments[0].is_literal() ? Value(rdf::Term::iri(arguments[0].datatype_iri()))
                                   : Value(ExpressionError{});
}

/// RFC 3986 §4.2: in the first segment of a relative reference, a colon would end a scheme.
bool can_be_relative(std::string_view reference) {
  const std::size_t end = reference.find_first_of(":/?#");
  return end == std::string_view::npos || reference[end] != ':';
}

/// §17.4.2.8: resolved against the query's base. What is no absolute IRI then, or has characters
/// that no IRI has, is an error.
Value iri(Terms arguments, QueryContext& context) {
  const rdf::TermView& term = arguments[0];
  if (term.is_iri()) {
    return rdf::Term(term);
  }
  if (!is_simple_literal(term) || !rdf::has_only_iri_characters(term.value)) {
    return ExpressionError{};
  }
  if (rdf::is_absolute_iri(term.value)) {
    return rdf::Term::iri(term.value);
  }
  return context.base_iri().empty() || !can_be_relative(term.value)
             ? Value(ExpressionError{})
             : Value(rdf::Term::iri(rdf::resolve_iri(context.base_iri(), term.value)));
}

/// §17.4.2.10. A language-tagged string needs a tag, which this function cannot give.
Value strdt(Terms arguments, QueryContext& /*context*/) {
  const bool fits = is_simple_literal(arguments[0]) && arguments[1].is_iri() &&
                    arguments[1].value != rdf::vocabulary::kLangString;
  return fits ? Value(rdf::Term::literal(arguments[0].value, arguments[1].value))
              : Value(ExpressionError{});
}

/// SPARQL 1.1 [145] LANGTAG, without the "@".
bool is_language_tag(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  bool first = true;
  while (true) {
    const std::size_t hyphen = std::min(text.find('-'), text.size());
    const std::string_view subtag = text.substr(0, hyphen);
    if (subtag.empty() || !std::ranges::all_of(subtag, [&](char c) {
          return is_letter(c) || (!first && is_digit(c));
        })) {
      return false;
    }
    if (hyphen == text.size()) {
      return true;
    }
    text.remove_prefix(hyphen + 1);
    first = false;
  }
}

/// §17.4.2.11
Value strlang(Terms arguments, QueryContext& /*context*/) {
  const bool fits = is_simple_literal(arguments[0]) && is_simple_literal(arguments[1]) &&
                    is_language_tag(arguments[1].value);
  return fits ? Value(rdf::Term::language_literal(arguments[0].value, arguments[1].value))
              : Value(ExpressionError{});
}

constexpr std::array kFunctions{
    Function{"isiri", make<KindNode<rdf::TermKind::kIri>>},
    Function{"isblank", make<KindNode<rdf::TermKind::kBlankNode>>},
    Function{"isliteral", make<KindNode<rdf::TermKind::kLiteral>>},
    Function{"isnumeric", isnumeric},
    Function{"str", make<StrNode>},
    Function{"lang", lang},
    Function{"datatype", datatype},
    Function{"iri", iri},
    Function{"strdt", strdt},
    Function{"strlang", strlang},
};

}  // namespace

std::span<const Function> term_functions() { return kFunctions; }

}  // namespace whence::exec
