// Operators and functions on numbers (SPARQL 1.1 §17.3, §17.4.4).
#include <array>
#include <random>
#include <utility>

#include "exec/functions/function.h"

namespace whence::exec {

namespace {

using Values = std::span<const xsd::Value>;

template <std::optional<xsd::Value> (*kOperation)(const xsd::Value&)>
std::optional<xsd::Value> of_one(Values arguments) {
  return kOperation(arguments[0]);
}

template <std::optional<xsd::Value> (*kOperation)(const xsd::Value&, const xsd::Value&)>
std::optional<xsd::Value> of_two(Values arguments) {
  return kOperation(arguments[0], arguments[1]);
}

std::optional<xsd::Value> unary_plus(Values arguments) {
  return xsd::is_numeric(arguments[0]) ? std::optional(arguments[0]) : std::nullopt;
}

/// §17.4.4.5: at least 0.0e0 and less than 1.0e0, another for each call.
class RandNode final : public Evaluator {
 public:
  RandNode() : generator_(std::random_device{}()) {}

  Value evaluate(const Row& /*row*/, QueryContext& /*context*/) override {
    constexpr int kMantissaBits = 53;
    return xsd::Value(static_cast<double>(generator_() >> (64 - kMantissaBits)) /
                      static_cast<double>(std::uint64_t{1} << kMantissaBits));
  }

 private:
  std::mt19937_64 generator_;
};

// NOLINTNEXTLINE(performance-unnecessary-value-param): the table's functions take what they keep.
std::unique_ptr<Evaluator> make_rand(const sparql::Call& /*call*/, Arguments /*arguments*/) {
  return std::make_unique<RandNode>();
}

constexpr std::array kFunctions{
    Function{"+", of_two<xsd::add>},
    Function{"-", of_two<xsd::subtract>},
    Function{"*", of_two<xsd::multiply>},
    Function{"/", of_two<xsd::divide>},
    Function{"unary+", unary_plus},
    Function{"unary-", of_one<xsd::negate>},
    Function{"abs", of_one<xsd::absolute>},
    Function{"ceil", of_one<xsd::ceiling>},
    Function{"floor", of_one<xsd::floor>},
    Function{"round", of_one<xsd::round>},
    Function{"rand", make_rand},
};

}  // namespace

std::span<const Function> numeric_functions() { return kFunctions; }

}  // namespace whence::exec
