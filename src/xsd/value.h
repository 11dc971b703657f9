// The value of a literal: what SPARQL's operators compute with (SPARQL 1.1 §17.1, §17.3).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "rdf/term.h"
#include "xsd/decimal.h"
#include "xsd/moment.h"

namespace whence::xsd {

/// monostate: no literal, of a datatype that is not known here, or ill-typed.
using Value =
    std::variant<std::monostate, bool, Integer, Decimal, float, double, Moment, std::string>;

/// The value of a literal; derived integer types count as integers within their bounds, and
/// simple literals as strings. A language-tagged literal has no value here.
[[nodiscard]] Value parse_value(const rdf::TermView& term);
/// The canonical literal of a value that is not monostate.
[[nodiscard]] rdf::Term to_term(const Value& value);
/// Its lexical form.
[[nodiscard]] std::string canonical(const Value& value);

[[nodiscard]] bool is_numeric(const Value& value);

/// The operators of §17.3 on numbers, with promotion (XPath 2.0 §B.1). Nothing: a type error, or a
/// division by zero of integers and decimals.
[[nodiscard]] std::optional<Value> add(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> subtract(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> multiply(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> divide(const Value& a, const Value& b);
[[nodiscard]] std::optional<Value> negate(const Value& value);
[[nodiscard]] std::optional<Value> absolute(const Value& value);
[[nodiscard]] std::optional<Value> ceiling(const Value& value);
[[nodiscard]] std::optional<Value> floor(const Value& value);
[[nodiscard]] std::optional<Value> round(const Value& value);

/// `<`, `=` and `>` of §17.3: numbers with numbers, strings by code point, booleans, and moments of
/// one kind. Nothing: a type error. Unordered: NaN; indeterminate moments are a type error.
[[nodiscard]] std::optional<std::partial_ordering> compare(const Value& a, const Value& b);

/// Of two values that compare() compares: its order made total, for sorting. NaN is less than every
/// number, numbers are compared exactly, and moments without a timezone as if in UTC.
[[nodiscard]] std::weak_ordering total_order(const Value& a, const Value& b);

/// §17.2.2; nothing: a type error.
[[nodiscard]] std::optional<bool> effective_boolean_value(const rdf::TermView& term);
/// Of a literal's value, which is not monostate.
[[nodiscard]] std::optional<bool> effective_boolean_value(const Value& value);

/// The nearest double or float of a number; nothing for other values.
[[nodiscard]] std::optional<double> to_double(const Value& value);
[[nodiscard]] std::optional<float> to_float(const Value& value);

/// The casts of §17.5 to the datatype `target`. Nothing: the cast is not there or fails.
[[nodiscard]] std::optional<Value> cast(const rdf::TermView& term, std::string_view target);
/// The same of a literal's value, which is not monostate.
[[nodiscard]] std::optional<Value> cast(const Value& value, std::string_view target);

/// The lexical spaces of xsd:double and xsd:float (XSD 1.1 §3.3.5.2), and their canonical forms.
[[nodiscard]] std::optional<double> parse_double(std::string_view lexical);
[[nodiscard]] std::optional<float> parse_float(std::string_view lexical);
[[nodiscard]] std::string canonical_double(double value);
[[nodiscard]] std::string canonical_float(float value);

}  // namespace whence::xsd
