// The place of a term in the order of ORDER BY, MIN and MAX (SPARQL 1.1 §15.1), worked out once, so
// that comparing two places builds no term.
//
// A total order over places: unbound, blank nodes, IRIs, literals. Literals: numbers (NaN first),
// booleans, dates and times by kind, strings, all others; within each as `<` has it. Numbers are
// compared by their exact values: `<` of an integer and a double rounds first, which is no order
// (two integers may both equal a double and differ).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "exec/value.h"
#include "xsd/decimal.h"

namespace whence::exec {

class OrderKey {
 public:
  /// Of unbound, which an error counts as.
  OrderKey() = default;
  OrderKey(const Value& value, const QueryContext& context);

  friend std::weak_ordering operator<=>(const OrderKey& a, const OrderKey& b);
  friend bool operator==(const OrderKey& a, const OrderKey& b) { return (a <=> b) == 0; }

  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  void place(xsd::Value value);

  std::uint8_t rank_ = 0;
  double number_ = 0;                  ///< Of numbers, booleans, moments: rounded.
  std::optional<xsd::Decimal> exact_;  ///< Of integers, decimals, moments.
  std::string text_;                   ///< Of all others.
  std::string language_and_datatype_;
};

}  // namespace whence::exec
