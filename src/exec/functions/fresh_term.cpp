// Functions that make terms which were not there before: BNODE, UUID, STRUUID
// (SPARQL 1.1 §17.4.2.9, §17.4.2.12, §17.4.2.13).
#include <array>
#include <utility>

#include <openssl/rand.h>

#include "exec/functions/function.h"
#include "exec/functions/string_argument.h"
#include "rdf/error.h"

namespace whence::exec {

namespace {

/// BNODE() is another for each call, BNODE(label) for each label of a solution.
class BnodeNode final : public Evaluator {
 public:
  explicit BnodeNode(Arguments arguments) : arguments_(std::move(arguments)) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    if (arguments_.empty()) {
      return context.fresh_blank_node();
    }
    const auto label = arguments_[0]->view(row, context, scratch_);
    if (!label || !is_simple_literal(*label)) {
      return ExpressionError{};
    }
    return context.solution_blank_nodes().node(this, label->value, *row.batch, row.index, context);
  }

 private:
  Arguments arguments_;
  TermScratch scratch_;
};

std::unique_ptr<Evaluator> make_bnode(const sparql::Call& /*call*/, Arguments arguments) {
  return std::make_unique<BnodeNode>(std::move(arguments));
}

/// A random UUID (RFC 4122 §4.4, version 4), in lower case.
std::string random_uuid() {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw Error(ErrorCode::kIo, "the system's source of random bytes gives none");
  }
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) {
      text += '-';
    }
    text += kDigits[bytes[i] >> 4U];
    text += kDigits[bytes[i] & 0xFU];
  }
  return text;
}

Value uuid(std::span<const rdf::TermView> /*arguments*/, QueryContext& /*context*/) {
  return rdf::Term::iri("urn:uuid:" + random_uuid());
}

Value struuid(std::span<const rdf::TermView> /*arguments*/, QueryContext& /*context*/) {
  return string_value(random_uuid());
}

constexpr std::array kFunctions{
    Function{"bnode", make_bnode},
    Function{"uuid", uuid},
    Function{"struuid", struuid},
};

}  // namespace

std::span<const Function> fresh_term_functions() { return kFunctions; }

}  // namespace whence::exec
