// The place of a term in the order of ORDER BY, MIN and MAX (SPARQL 1.1 §15.1), worked out once, so
// that comparing two places builds no term.
//
// A total order over places: unbound, blank nodes, IRIs, literals. Literals: numbers, booleans,
// dates and times by kind, strings, all others; within each as xsd::total_order has it, the others
// by their text.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

#include "exec/value.h"
#include "xsd/value.h"

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
  std::uint8_t rank_ = 0;
  xsd::Value value_;  ///< Of literals that have one.
  std::string text_;  ///< Of all others.
  std::string language_and_datatype_;
};

}  // namespace whence::exec
