// What an expression evaluates to: an error (or an unbound variable, which is the same to most
// functions), a term by its id, or a value or term just computed. Ids are resolved as late as
// possible, computed values become terms only where they leave the expression.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "exec/query_context.h"
#include "rdf/term.h"
#include "store/id.h"
#include "xsd/value.h"

namespace whence::exec {

struct ExpressionError {};  ///< SPARQL 1.1 §17.2: a type error, an unbound variable.

using Value = std::variant<ExpressionError, store::Id, xsd::Value, rdf::Term>;

[[nodiscard]] inline bool is_error(const Value& value) {
  return std::holds_alternative<ExpressionError>(value);
}

[[nodiscard]] inline Value boolean(bool value) { return xsd::Value(value); }
/// Nothing: an error.
[[nodiscard]] inline Value boolean(std::optional<bool> value) {
  return value ? boolean(*value) : Value(ExpressionError{});
}
[[nodiscard]] inline Value string_value(std::string text) { return xsd::Value(std::move(text)); }
/// A result of xsd/, where nothing is an error.
[[nodiscard]] Value from(std::optional<xsd::Value> value);

/// The term of a value that is no error.
[[nodiscard]] rdf::Term to_term(const Value& value, const QueryContext& context);
/// Its id; Id() for an error.
[[nodiscard]] store::Id to_id(const Value& value, QueryContext& context);
/// Its place in the value space; monostate for what has none, an error included.
[[nodiscard]] xsd::Value to_xsd(const Value& value, const QueryContext& context);
/// §17.2.2; nothing: a type error.
[[nodiscard]] std::optional<bool> effective_boolean_value(const Value& value,
                                                          const QueryContext& context);

/// A value, and its place in the value space where that is known beforehand (of a constant).
struct PreparedValue {
  // NOLINTNEXTLINE(google-explicit-constructor): a value of which nothing more may be known.
  PreparedValue(const Value& plain, const xsd::Value* known = nullptr)
      : value(plain), parsed(known) {}

  const Value& value;
  const xsd::Value* parsed;
};

/// `=` of §17.3, RDFterm-equal of §17.4.1.7 where no operator fits; nothing: a type error.
[[nodiscard]] std::optional<bool> equal(const PreparedValue& a, const PreparedValue& b,
                                        const QueryContext& context);
// Of values alone: without it std::equal would be taken.
[[nodiscard]] inline std::optional<bool> equal(const Value& a, const Value& b,
                                               const QueryContext& context) {
  return equal(PreparedValue(a), PreparedValue(b), context);
}
/// `<` and its kin; nothing: a type error.
[[nodiscard]] std::optional<std::partial_ordering> compare(const PreparedValue& a,
                                                           const PreparedValue& b,
                                                           const QueryContext& context);

}  // namespace whence::exec
