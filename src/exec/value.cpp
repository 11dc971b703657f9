#include "exec/value.h"

#include <tuple>

namespace whence::exec {

Value from(std::optional<xsd::Value> value) {
  return value ? Value(std::move(*value)) : Value(ExpressionError{});
}

rdf::Term to_term(const Value& value, const QueryContext& context) {
  if (const auto* id = std::get_if<store::Id>(&value)) {
    std::string scratch;
    return rdf::Term(context.term(*id, scratch));
  }
  if (const auto* computed = std::get_if<xsd::Value>(&value)) {
    return xsd::to_term(*computed);
  }
  return std::get<rdf::Term>(value);
}

store::Id to_id(const Value& value, QueryContext& context) {
  if (const auto* id = std::get_if<store::Id>(&value)) {
    return *id;
  }
  return is_error(value) ? store::Id() : context.id(to_term(value, context));
}

xsd::Value to_xsd(const Value& value, const QueryContext& context) {
  if (const auto* id = std::get_if<store::Id>(&value)) {
    std::string scratch;
    return xsd::parse_value(context.term(*id, scratch));
  }
  if (const auto* computed = std::get_if<xsd::Value>(&value)) {
    return *computed;
  }
  const auto* term = std::get_if<rdf::Term>(&value);
  return term == nullptr ? xsd::Value() : xsd::parse_value(*term);
}

std::optional<bool> effective_boolean_value(const Value& value, const QueryContext& context) {
  if (const auto* computed = std::get_if<xsd::Value>(&value)) {
    if (const auto* truth = std::get_if<bool>(computed)) {
      return *truth;
    }
  }
  if (is_error(value)) {
    return std::nullopt;
  }
  return xsd::effective_boolean_value(to_term(value, context));
}

std::optional<bool> equal(const Value& a, const Value& b, const QueryContext& context) {
  if (is_error(a) || is_error(b)) {
    return std::nullopt;
  }
  const xsd::Value left = to_xsd(a, context);
  const xsd::Value right = to_xsd(b, context);
  if (const auto result = xsd::compare(left, right)) {
    return *result == 0;
  }
  const rdf::Term left_term = to_term(a, context);
  const rdf::Term right_term = to_term(b, context);
  if (left_term == right_term) {
    return true;
  }
  // Two literals that differ may still have one value, unless both are known to be no such pair
  // (§17.4.1.7): strings, language-tagged ones, and values of types that never meet.
  const bool both_literals = left_term.is_literal() && right_term.is_literal();
  const auto is_plain = [](const rdf::Term& term) {
    return !term.language.empty() || term.datatype.empty();
  };
  const auto has_value = [](const xsd::Value& v) {
    return !std::holds_alternative<std::monostate>(v);
  };
  if (!both_literals || (is_plain(left_term) && is_plain(right_term))) {
    return false;
  }
  const bool left_known = has_value(left) || is_plain(left_term);
  const bool right_known = has_value(right) || is_plain(right_term);
  const bool same_type = left.index() == right.index();
  return left_known && right_known && !same_type ? std::optional(false) : std::nullopt;
}

std::optional<std::partial_ordering> compare(const Value& a, const Value& b,
                                             const QueryContext& context) {
  if (is_error(a) || is_error(b)) {
    return std::nullopt;
  }
  return xsd::compare(to_xsd(a, context), to_xsd(b, context));
}

namespace {

int kind_rank(const rdf::Term& term) { return static_cast<int>(term.kind); }

/// Values that compare with one another have one rank.
int value_rank(const xsd::Value& value) {
  if (xsd::is_numeric(value)) {
    return 0;
  }
  if (const auto* moment = std::get_if<xsd::Moment>(&value)) {
    return 2 + static_cast<int>(moment->kind);
  }
  if (std::holds_alternative<bool>(value)) {
    return 1;
  }
  return std::holds_alternative<std::string>(value) ? 8 : 9;
}

bool is_nan(const xsd::Value& value) {
  const auto result = xsd::compare(value, value);
  return result && *result == std::partial_ordering::unordered;
}

std::weak_ordering order_of_values(const xsd::Value& a, const xsd::Value& b) {
  const auto* left = std::get_if<xsd::Moment>(&a);
  const auto* right = std::get_if<xsd::Moment>(&b);
  if (left != nullptr && right != nullptr) {
    return left->seconds() <=> right->seconds();
  }
  // NaN comes before all other numbers, so that the order stays an order.
  if (is_nan(a) || is_nan(b)) {
    return is_nan(b) <=> is_nan(a);
  }
  const auto result = xsd::compare(a, b);
  if (!result || *result == 0) {
    return std::weak_ordering::equivalent;
  }
  return *result < 0 ? std::weak_ordering::less : std::weak_ordering::greater;
}

}  // namespace

std::weak_ordering order(const Value& a, const Value& b, const QueryContext& context) {
  if (is_error(a) || is_error(b)) {
    return is_error(b) <=> is_error(a);
  }
  const rdf::Term left = to_term(a, context);
  const rdf::Term right = to_term(b, context);
  if (left.kind != right.kind) {
    return kind_rank(left) <=> kind_rank(right);
  }
  if (!left.is_literal()) {
    return left.value <=> right.value;
  }
  const xsd::Value left_value = xsd::parse_value(left);
  const xsd::Value right_value = xsd::parse_value(right);
  if (const auto by_rank = value_rank(left_value) <=> value_rank(right_value); by_rank != 0) {
    return by_rank;
  }
  if (!std::holds_alternative<std::monostate>(left_value)) {
    return order_of_values(left_value, right_value);
  }
  return std::tie(left.value, left.language, left.datatype) <=>
         std::tie(right.value, right.language, right.datatype);
}

}  // namespace whence::exec
