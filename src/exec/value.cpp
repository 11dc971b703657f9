#include "exec/value.h"

#include "exec/functions/language_tag.h"
#include "store/inline_number.h"

namespace whence::exec {

using store::Id;
using store::IdTag;

Value from(std::optional<xsd::Value> value) {
  return value ? Value(std::move(*value)) : Value(ExpressionError{});
}

namespace {

bool has_value(const xsd::Value& value) { return !std::holds_alternative<std::monostate>(value); }

/// The value of an id; what is no binary number inside the id is read as text.
xsd::Value value_of(Id id, const QueryContext& context) {
  switch (id.tag()) {
    case IdTag::kBlankNode:
    case IdTag::kIri:
      return {};
    case IdTag::kBoolean:
      return id.payload() != 0;
    case IdTag::kInteger:
      return xsd::Integer(store::decode_integer(id.payload()));
    case IdTag::kDouble:
      return store::decode_double(id.payload());
    default:
      std::string scratch;
      return xsd::parse_value(context.term(id, scratch));
  }
}

/// One side of a comparison: its term and its value, each made when it is first asked for.
class Operand {
 public:
  Operand(const PreparedValue& given, const QueryContext& context)
      : given_(given.value), context_(context), known_(given.parsed) {
    if (known_ == nullptr) {
      known_ = std::get_if<xsd::Value>(&given_);
    }
  }

  const xsd::Value& value() {
    if (known_ == nullptr) {
      const auto* id = std::get_if<Id>(&given_);
      const bool has_text =
          id == nullptr || id->tag() == IdTag::kLiteral || id->tag() == IdTag::kLocal;
      parsed_ = has_text ? xsd::parse_value(view()) : value_of(*id, context_);
      known_ = &parsed_;
    }
    return *known_;
  }

  const rdf::TermView& view() {
    if (!viewed_) {
      if (const auto* id = std::get_if<Id>(&given_)) {
        viewed_ = context_.term(*id, scratch_);
      } else if (const auto* computed = std::get_if<xsd::Value>(&given_)) {
        made_ = xsd::to_term(*computed);
        viewed_ = made_.view();
      } else {
        viewed_ = std::get<rdf::Term>(given_).view();
      }
    }
    return *viewed_;
  }

  /// The text of a literal of xsd:string, without a copy; nothing: something else.
  std::optional<std::string_view> string() {
    if (known_ != nullptr) {
      const auto* text = std::get_if<std::string>(known_);
      return text == nullptr ? std::nullopt : std::optional<std::string_view>(*text);
    }
    if (const auto* id = std::get_if<Id>(&given_);
        id != nullptr && id->tag() != IdTag::kLiteral && id->tag() != IdTag::kLocal) {
      return std::nullopt;
    }
    const rdf::TermView& term = view();
    const bool is_string = term.is_literal() && term.datatype.empty() && term.language.empty();
    return is_string ? std::optional(term.value) : std::nullopt;
  }

 private:
  const Value& given_;
  const QueryContext& context_;
  const xsd::Value* known_;
  xsd::Value parsed_;
  rdf::Term made_;
  std::string scratch_;
  std::optional<rdf::TermView> viewed_;
};

bool is_resource(Id id) { return id.tag() == IdTag::kIri || id.tag() == IdTag::kBlankNode; }

/// RDFterm-equal (§17.4.1.7) of terms that are not both of a known value.
std::optional<bool> equal_terms(const rdf::TermView& a, const rdf::TermView& b) {
  if (a == b) {
    return true;
  }
  if (!a.is_literal() || !b.is_literal()) {
    return false;
  }
  if (!a.language.empty() || !b.language.empty()) {
    // A tag's value is in lower case (RDF 1.1 Concepts §3.3). What has a tag is known to be no
    // value of another datatype.
    return !a.language.empty() && !b.language.empty() && a.value == b.value &&
           equal_language_tags(a.language, b.language);
  }
  // Of a datatype that is not known, or ill-typed: other words may stand for the same value.
  return std::nullopt;
}

std::optional<std::partial_ordering> compare_inlined(const PreparedValue& a,
                                                     const PreparedValue& b) {
  const auto* left = std::get_if<Id>(&a.value);
  const auto* right = std::get_if<Id>(&b.value);
  const bool both_integers = left != nullptr && right != nullptr &&
                             left->tag() == IdTag::kInteger && right->tag() == IdTag::kInteger;
  return both_integers ? std::optional<std::partial_ordering>(left->bits() <=> right->bits())
                       : std::nullopt;
}

}  // namespace

rdf::Term to_term(const Value& value, const QueryContext& context) {
  if (const auto* id = std::get_if<Id>(&value)) {
    std::string scratch;
    return rdf::Term(context.term(*id, scratch));
  }
  if (const auto* computed = std::get_if<xsd::Value>(&value)) {
    return xsd::to_term(*computed);
  }
  return std::get<rdf::Term>(value);
}

Id to_id(const Value& value, QueryContext& context) {
  if (const auto* id = std::get_if<Id>(&value)) {
    return *id;
  }
  if (is_error(value)) {
    return {};
  }
  if (const auto* term = std::get_if<rdf::Term>(&value)) {
    return context.id(*term);
  }
  return context.id(xsd::to_term(std::get<xsd::Value>(value)));
}

xsd::Value to_xsd(const Value& value, const QueryContext& context) {
  if (const auto* id = std::get_if<Id>(&value)) {
    return value_of(*id, context);
  }
  if (const auto* computed = std::get_if<xsd::Value>(&value)) {
    return *computed;
  }
  const auto* term = std::get_if<rdf::Term>(&value);
  return term == nullptr ? xsd::Value() : xsd::parse_value(*term);
}

std::optional<bool> effective_boolean_value(const Value& value, const QueryContext& context) {
  if (is_error(value)) {
    return std::nullopt;
  }
  if (const auto* computed = std::get_if<xsd::Value>(&value)) {
    return xsd::effective_boolean_value(*computed);
  }
  if (const auto* term = std::get_if<rdf::Term>(&value)) {
    return xsd::effective_boolean_value(*term);
  }
  const Id id = std::get<Id>(value);
  if (id.tag() == IdTag::kBoolean) {
    return id.payload() != 0;
  }
  if (id.tag() == IdTag::kInteger) {
    return store::decode_integer(id.payload()) != 0;
  }
  std::string scratch;
  return xsd::effective_boolean_value(context.term(id, scratch));
}

std::optional<bool> equal(const PreparedValue& a, const PreparedValue& b,
                          const QueryContext& context) {
  if (is_error(a.value) || is_error(b.value)) {
    return std::nullopt;
  }
  if (const auto order = compare_inlined(a, b)) {
    return *order == 0;
  }
  const auto* left_id = std::get_if<Id>(&a.value);
  const auto* right_id = std::get_if<Id>(&b.value);
  if (left_id != nullptr && right_id != nullptr &&
      (is_resource(*left_id) || is_resource(*right_id))) {
    return *left_id == *right_id;
  }
  Operand left(a, context);
  Operand right(b, context);
  const auto left_string = left.string();
  const auto right_string = right.string();
  if (left_string && right_string) {
    return *left_string == *right_string;
  }
  const auto order = xsd::compare(left.value(), right.value());
  if (order) {
    return *order == 0;
  }
  if (!has_value(left.value()) || !has_value(right.value())) {
    return equal_terms(left.view(), right.view());
  }
  // Values of two kinds are never one; moments of one kind that do not compare may be.
  const auto* left_moment = std::get_if<xsd::Moment>(&left.value());
  const auto* right_moment = std::get_if<xsd::Moment>(&right.value());
  const bool may_be_equal =
      left_moment != nullptr && right_moment != nullptr && left_moment->kind == right_moment->kind;
  return may_be_equal ? std::nullopt : std::optional(false);
}

std::optional<std::partial_ordering> compare(const PreparedValue& a, const PreparedValue& b,
                                             const QueryContext& context) {
  if (is_error(a.value) || is_error(b.value)) {
    return std::nullopt;
  }
  if (const auto order = compare_inlined(a, b)) {
    return order;
  }
  Operand left(a, context);
  Operand right(b, context);
  const auto left_string = left.string();
  const auto right_string = right.string();
  if (left_string && right_string) {
    // Bytes of UTF-8 are in the order of code points.
    return left_string->compare(*right_string) <=> 0;
  }
  return xsd::compare(left.value(), right.value());
}

}  // namespace whence::exec
