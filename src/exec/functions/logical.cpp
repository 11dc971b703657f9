// The functional forms: what does not take all of its arguments first (SPARQL 1.1 §17.4.1), and
// the logic of three values, true, false and error (§17.2).
#include <array>
#include <utility>

#include "exec/functions/function.h"

namespace whence::exec {

namespace {

/// A node whose value is true, false or an error.
class TruthNode : public Evaluator {
 public:
  explicit TruthNode(Arguments arguments) : arguments_(std::move(arguments)) {}
  Value evaluate(const Row& row, QueryContext& context) final {
    return boolean(truth(row, context));
  }
  std::optional<bool> truth(const Row& row, QueryContext& context) override = 0;

 protected:
  Arguments& arguments() { return arguments_; }

 private:
  Arguments arguments_;
};

/// §17.4.1.5: true wins over an error, an error over false.
class OrNode final : public TruthNode {
 public:
  using TruthNode::TruthNode;
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    std::optional<bool> result = false;
    for (const auto& argument : arguments()) {
      const auto truth = argument->truth(row, context);
      if (truth == true) {
        return true;
      }
      result = truth ? result : std::nullopt;
    }
    return result;
  }
  bool is_true(const Row& row, QueryContext& context) override {
    for (const auto& argument : arguments()) {
      if (argument->is_true(row, context)) {
        return true;
      }
    }
    return false;
  }
};

/// §17.4.1.6: false wins over an error, an error over true.
class AndNode final : public TruthNode {
 public:
  using TruthNode::TruthNode;
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    std::optional<bool> result = true;
    for (const auto& argument : arguments()) {
      const auto truth = argument->truth(row, context);
      if (truth == false) {
        return false;
      }
      result = truth ? result : std::nullopt;
    }
    return result;
  }
  bool is_true(const Row& row, QueryContext& context) override {
    return all_true(arguments(), row, context);
  }
};

class NotNode final : public TruthNode {
 public:
  using TruthNode::TruthNode;
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    const auto truth = arguments()[0]->truth(row, context);
    return truth ? std::optional(!*truth) : std::nullopt;
  }
};

/// §17.4.1.1
class BoundNode final : public TruthNode {
 public:
  using TruthNode::TruthNode;
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    return !is_error(arguments()[0]->evaluate(row, context));
  }
};

/// §17.4.1.9 and §17.4.1.10: (x = a) || (x = b) || ..., or the same denied.
class InNode final : public TruthNode {
 public:
  InNode(bool negated, Arguments arguments) : TruthNode(std::move(arguments)), negated_(negated) {}
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    const Value tested = arguments()[0]->evaluate(row, context);
    std::optional<bool> found = false;
    for (std::size_t i = 1; i < arguments().size(); ++i) {
      const auto is_equal = equal(tested, arguments()[i]->evaluate(row, context), context);
      if (is_equal == true) {
        return !negated_;
      }
      found = is_equal ? found : std::nullopt;
    }
    return found ? std::optional(negated_) : std::nullopt;
  }

 private:
  bool negated_;
};

/// A node that has the value of one of its arguments, in whichever way it is asked for.
class ChoiceNode : public Evaluator {
 public:
  explicit ChoiceNode(Arguments arguments) : arguments_(std::move(arguments)) {}

 protected:
  Arguments& arguments() { return arguments_; }

 private:
  Arguments arguments_;
};

/// §17.4.1.2: an error of the condition is the result.
class IfNode final : public ChoiceNode {
 public:
  using ChoiceNode::ChoiceNode;
  Value evaluate(const Row& row, QueryContext& context) override {
    Evaluator* chosen = choice(row, context);
    return chosen == nullptr ? Value(ExpressionError{}) : chosen->evaluate(row, context);
  }
  std::optional<rdf::TermView> view(const Row& row, QueryContext& context,
                                    TermScratch& scratch) override {
    Evaluator* chosen = choice(row, context);
    return chosen == nullptr ? std::nullopt : chosen->view(row, context, scratch);
  }
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    Evaluator* chosen = choice(row, context);
    return chosen == nullptr ? std::nullopt : chosen->truth(row, context);
  }

 private:
  Evaluator* choice(const Row& row, QueryContext& context) {
    const auto condition = arguments()[0]->truth(row, context);
    return condition ? arguments()[*condition ? 1 : 2].get() : nullptr;
  }
};

/// §17.4.1.3: the first that is no error.
class CoalesceNode final : public ChoiceNode {
 public:
  using ChoiceNode::ChoiceNode;
  Value evaluate(const Row& row, QueryContext& context) override {
    for (const auto& argument : arguments()) {
      if (Value value = argument->evaluate(row, context); !is_error(value)) {
        return value;
      }
    }
    return ExpressionError{};
  }
  std::optional<rdf::TermView> view(const Row& row, QueryContext& context,
                                    TermScratch& scratch) override {
    for (const auto& argument : arguments()) {
      if (auto view = argument->view(row, context, scratch)) {
        return view;
      }
    }
    return std::nullopt;
  }
};

template <typename Node>
std::unique_ptr<Evaluator> make(const sparql::Call& /*call*/, Arguments arguments) {
  return std::make_unique<Node>(std::move(arguments));
}

template <bool kNegated>
std::unique_ptr<Evaluator> make_in(const sparql::Call& /*call*/, Arguments arguments) {
  return std::make_unique<InNode>(kNegated, std::move(arguments));
}

constexpr std::array kFunctions{
    Function{"||", make<OrNode>},
    Function{"&&", make<AndNode>},
    Function{"!", make<NotNode>},
    Function{"if", make<IfNode>},
    Function{"coalesce", make<CoalesceNode>},
    Function{"bound", make<BoundNode>},
    Function{"in", make_in<false>},
    Function{"not in", make_in<true>},
};

}  // namespace

std::span<const Function> logical_functions() { return kFunctions; }

}  // namespace whence::exec
