// =, !=, <, >, <=, >= (SPARQL 1.1 §17.3) and sameTerm (§17.4.1.8). Equal ids and inlined numbers
// are compared as they are; a constant side is parsed once.
#include <array>
#include <utility>

#include "exec/functions/function.h"

namespace whence::exec {

namespace {

enum class Relation { kEqual, kNotEqual, kLess, kGreater, kLessOrEqual, kGreaterOrEqual };

bool holds(Relation relation, std::partial_ordering order) {
  switch (relation) {
    case Relation::kEqual:
      return order == 0;
    case Relation::kNotEqual:
      return order != 0;
    case Relation::kLess:
      return order < 0;
    case Relation::kGreater:
      return order > 0;
    case Relation::kLessOrEqual:
      return order <= 0;
    case Relation::kGreaterOrEqual:
      return order >= 0;
  }
  return false;
}

/// The value of a constant argument, or monostate.
xsd::Value constant_value(const Evaluator& argument) {
  const rdf::Term* term = argument.constant();
  return term == nullptr ? xsd::Value() : xsd::parse_value(*term);
}

template <Relation kRelation>
class ComparisonNode final : public Evaluator {
 public:
  explicit ComparisonNode(Arguments arguments)
      : left_(std::move(arguments[0])),
        right_(std::move(arguments[1])),
        left_constant_(constant_value(*left_)),
        right_constant_(constant_value(*right_)),
        // Only the same string equals a string; anything else is false or an error.
        has_string_constant_(std::holds_alternative<std::string>(left_constant_) ||
                             std::holds_alternative<std::string>(right_constant_)) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    return boolean(truth(row, context));
  }

  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    const Value left = left_->evaluate(row, context);
    const Value right = right_->evaluate(row, context);
    return compared(left, right, context);
  }

  bool is_true(const Row& row, QueryContext& context) override {
    const Value left = left_->evaluate(row, context);
    const Value right = right_->evaluate(row, context);
    if constexpr (kRelation == Relation::kEqual) {
      const auto* left_id = std::get_if<store::Id>(&left);
      const auto* right_id = std::get_if<store::Id>(&right);
      if (has_string_constant_ && left_id != nullptr && right_id != nullptr) {
        return *left_id == *right_id;
      }
    }
    return compared(left, right, context).value_or(false);
  }

 private:
  std::optional<bool> compared(const Value& left, const Value& right, QueryContext& context) {
    if constexpr (kRelation == Relation::kEqual || kRelation == Relation::kNotEqual) {
      const auto result =
          equal(prepared(left, left_constant_), prepared(right, right_constant_), context);
      return result ? std::optional(*result == (kRelation == Relation::kEqual)) : std::nullopt;
    } else {
      const auto order =
          compare(prepared(left, left_constant_), prepared(right, right_constant_), context);
      return order ? std::optional(holds(kRelation, *order)) : std::nullopt;
    }
  }

  static PreparedValue prepared(const Value& value, const xsd::Value& constant) {
    const bool is_known = !std::holds_alternative<std::monostate>(constant);
    return {value, is_known ? &constant : nullptr};
  }

  std::unique_ptr<Evaluator> left_;
  std::unique_ptr<Evaluator> right_;
  xsd::Value left_constant_;
  xsd::Value right_constant_;
  bool has_string_constant_;
};

/// Terms are equal when their ids are.
class SameTermNode final : public Evaluator {
 public:
  explicit SameTermNode(Arguments arguments) : arguments_(std::move(arguments)) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    return boolean(truth(row, context));
  }
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    const Value left = arguments_[0]->evaluate(row, context);
    const Value right = arguments_[1]->evaluate(row, context);
    if (is_error(left) || is_error(right)) {
      return std::nullopt;
    }
    const auto* left_id = std::get_if<store::Id>(&left);
    const auto* right_id = std::get_if<store::Id>(&right);
    if (left_id != nullptr && right_id != nullptr) {
      return *left_id == *right_id;
    }
    return to_term(left, context) == to_term(right, context);
  }

 private:
  Arguments arguments_;
};

template <typename Node>
std::unique_ptr<Evaluator> make(const sparql::Call& /*call*/, Arguments arguments) {
  return std::make_unique<Node>(std::move(arguments));
}

constexpr std::array kFunctions{
    Function{"=", make<ComparisonNode<Relation::kEqual>>},
    Function{"!=", make<ComparisonNode<Relation::kNotEqual>>},
    Function{"<", make<ComparisonNode<Relation::kLess>>},
    Function{">", make<ComparisonNode<Relation::kGreater>>},
    Function{"<=", make<ComparisonNode<Relation::kLessOrEqual>>},
    Function{">=", make<ComparisonNode<Relation::kGreaterOrEqual>>},
    Function{"sameterm", make<SameTermNode>},
};

}  // namespace

std::span<const Function> comparison_functions() { return kFunctions; }

}  // namespace whence::exec
