#include "exec/aggregate/aggregator.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "exec/order_key.h"
#include "rdf/error.h"

namespace whence::exec {

namespace {

/// The states of all groups, their memory counted.
template <typename State>
class States {
 public:
  explicit States(QueryContext& context) : memory_(context) {}

  void grow(std::size_t count) {
    memory_.add((count - states_.size()) * sizeof(State));
    states_.resize(count);
  }
  State& operator[](std::size_t group) { return states_[group]; }
  void add_memory(std::size_t bytes) { memory_.add(bytes); }

 private:
  MemoryReservation memory_;
  std::vector<State> states_;
};

/// §18.5.1.2: how many values are no errors.
class Count final : public Aggregator {
 public:
  explicit Count(QueryContext& context) : counts_(context) {}

  void grow(std::size_t count) override { counts_.grow(count); }
  void add(std::size_t group, const Value& value, std::uint64_t count) override {
    counts_[group] += is_error(value) ? 0 : count;
  }
  Value result(std::size_t group) override { return xsd::Value(xsd::Integer(counts_[group])); }

 private:
  States<std::uint64_t> counts_;
};

/// A sum of numbers, from the integer 0; nothing once a value was none (op:numeric-add of an error
/// is an error).
struct RunningSum {
  std::optional<xsd::Value> sum = xsd::Value(xsd::Integer(0));
  std::uint64_t count = 0;

  void add(const Value& value, std::uint64_t times, const QueryContext& context) {
    if (!sum) {
      return;
    }
    std::optional<xsd::Value> term = to_xsd(value, context);
    if (times != 1) {
      term = xsd::multiply(*term, xsd::Value(xsd::Integer(times)));
    }
    sum = term ? xsd::add(*sum, *term) : std::nullopt;
    count += times;
  }
};

/// §18.5.1.3; of no values, 0.
class Sum final : public Aggregator {
 public:
  explicit Sum(QueryContext& context) : context_(context), sums_(context) {}

  void grow(std::size_t count) override { sums_.grow(count); }
  void add(std::size_t group, const Value& value, std::uint64_t count) override {
    sums_[group].add(value, count, context_);
  }
  Value result(std::size_t group) override { return from(sums_[group].sum); }

 private:
  QueryContext& context_;
  States<RunningSum> sums_;
};

/// §18.5.1.4: the sum divided by the count; of no values, 0.
class Average final : public Aggregator {
 public:
  explicit Average(QueryContext& context) : context_(context), sums_(context) {}

  void grow(std::size_t count) override { sums_.grow(count); }
  void add(std::size_t group, const Value& value, std::uint64_t count) override {
    sums_[group].add(value, count, context_);
  }
  Value result(std::size_t group) override {
    const RunningSum& sum = sums_[group];
    if (!sum.sum || sum.count == 0) {
      return from(sum.sum);
    }
    return from(xsd::divide(*sum.sum, xsd::Value(xsd::Integer(sum.count))));
  }

 private:
  QueryContext& context_;
  States<RunningSum> sums_;
};

/// §18.5.1.5 and §18.5.1.6: the first or last value in the order of ORDER BY; the first to come of
/// those that it does not tell apart. An error of a member is the group's.
class Extremum final : public Aggregator {
 public:
  Extremum(bool largest, QueryContext& context)
      : is_largest_(largest), context_(context), states_(context) {}

  void grow(std::size_t count) override { states_.grow(count); }
  void add(std::size_t group, const Value& value, std::uint64_t /*count*/) override {
    State& state = states_[group];
    if (state.has_failed || is_error(value)) {
      state.has_failed = true;
      return;
    }
    const store::Id id = to_id(value, context_);
    if (id == state.best) {
      return;
    }
    OrderKey key(id, context_);
    if (!state.best.is_bound() || (is_largest_ ? key > state.key : key < state.key)) {
      if (key.memory_bytes() > state.key_bytes) {
        states_.add_memory(key.memory_bytes() - state.key_bytes);
        state.key_bytes = key.memory_bytes();
      }
      state.best = id;
      state.key = std::move(key);
    }
  }
  Value result(std::size_t group) override {
    const State& state = states_[group];
    if (state.has_failed || !state.best.is_bound()) {
      return ExpressionError{};
    }
    return state.best;
  }

 private:
  struct State {
    store::Id best;
    OrderKey key;
    std::size_t key_bytes = sizeof(OrderKey);  ///< The most it ever took.
    bool has_failed = false;
  };

  bool is_largest_;
  QueryContext& context_;
  States<State> states_;
};

/// §18.5.1.8: any value; here the first that is no error.
class Sample final : public Aggregator {
 public:
  explicit Sample(QueryContext& context) : context_(context), samples_(context) {}

  void grow(std::size_t count) override { samples_.grow(count); }
  void add(std::size_t group, const Value& value, std::uint64_t /*count*/) override {
    if (!samples_[group].is_bound()) {
      samples_[group] = to_id(value, context_);
    }
  }
  Value result(std::size_t group) override {
    if (!samples_[group].is_bound()) {
      return ExpressionError{};
    }
    return samples_[group];
  }

 private:
  QueryContext& context_;
  States<store::Id> samples_;
};

/// §18.5.1.7: the values' STR()s with the separator between them; of no values, "". A blank node
/// has no STR() (§17.4.2.5), so it is an error like any other.
class GroupConcat final : public Aggregator {
 public:
  GroupConcat(std::string separator, QueryContext& context)
      : separator_(std::move(separator)), context_(context), states_(context) {}

  void grow(std::size_t count) override { states_.grow(count); }
  void add(std::size_t group, const Value& value, std::uint64_t count) override {
    State& state = states_[group];
    if (state.has_failed || is_error(value)) {
      state.has_failed = true;
      return;
    }
    const rdf::Term term = to_term(value, context_);
    if (term.is_blank_node()) {
      state.has_failed = true;
      return;
    }
    for (; count > 0; --count) {
      states_.add_memory(term.value.size() + separator_.size());
      state.text += state.is_empty ? "" : separator_;
      state.text += term.value;
      state.is_empty = false;
    }
  }
  Value result(std::size_t group) override {
    State& state = states_[group];
    return state.has_failed ? Value(ExpressionError{}) : string_value(std::move(state.text));
  }

 private:
  struct State {
    std::string text;
    bool is_empty = true;
    bool has_failed = false;
  };

  std::string separator_;
  QueryContext& context_;
  States<State> states_;
};

}  // namespace

std::unique_ptr<Aggregator> make_aggregator(const sparql::Aggregate& aggregate,
                                            QueryContext& context) {
  const std::string& name = aggregate.name;
  if (name == "count") {
    return std::make_unique<Count>(context);
  }
  if (name == "sum") {
    return std::make_unique<Sum>(context);
  }
  if (name == "avg") {
    return std::make_unique<Average>(context);
  }
  if (name == "min" || name == "max") {
    return std::make_unique<Extremum>(name == "max", context);
  }
  if (name == "sample") {
    return std::make_unique<Sample>(context);
  }
  if (name == "group_concat") {
    return std::make_unique<GroupConcat>(aggregate.separator, context);
  }
  throw Error(ErrorCode::kUnsupported, fmt::format("there is no aggregate '{}'", name),
              aggregate.position);
}

}  // namespace whence::exec
