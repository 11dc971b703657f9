// The constructor functions of XML Schema's types (SPARQL 1.1 §17.5), called by IRI.
#include <array>
#include <utility>

#include <fmt/format.h>

#include "exec/functions/function.h"
#include "rdf/error.h"
#include "rdf/vocabulary.h"

namespace whence::exec {

namespace {

class CastNode final : public Evaluator {
 public:
  CastNode(std::string target, std::unique_ptr<Evaluator> argument)
      : target_(std::move(target)), argument_(std::move(argument)) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    const Value value = argument_->evaluate(row, context);
    if (is_error(value)) {
      return ExpressionError{};
    }
    const xsd::Value source = to_xsd(value, context);
    if (!std::holds_alternative<std::monostate>(source)) {
      return from(xsd::cast(source, target_));
    }
    return from(xsd::cast(to_term(value, context), target_));
  }

 private:
  std::string target_;
  std::unique_ptr<Evaluator> argument_;
};

std::unique_ptr<Evaluator> make(const sparql::Call& call, Arguments arguments) {
  if (arguments.size() != 1) {
    // The parser knows no names of casts, so that it cannot count.
    throw Error(
        ErrorCode::kSyntax,
        fmt::format("the cast to <{}> takes 1 argument, found {}", call.name, arguments.size()),
        call.position);
  }
  return std::make_unique<CastNode>(call.name, std::move(arguments[0]));
}

constexpr std::array kFunctions{
    Function{rdf::xsd::kString, make},   Function{rdf::xsd::kBoolean, make},
    Function{rdf::xsd::kInteger, make},  Function{rdf::xsd::kDecimal, make},
    Function{rdf::xsd::kFloat, make},    Function{rdf::xsd::kDouble, make},
    Function{rdf::xsd::kDateTime, make}, Function{rdf::xsd::kDate, make},
};

}  // namespace

std::span<const Function> cast_functions() { return kFunctions; }

}  // namespace whence::exec
