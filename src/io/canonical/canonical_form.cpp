// See canonical_form.h.
#include "io/canonical/canonical_form.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "io/canonical/labeller.h"
#include "io/canonical/statements.h"
#include "io/writer_support.h"

namespace whence::io {

struct CanonicalForm::State {
  Statements statements;
  std::vector<std::uint32_t> numbers;  // By blank node: that of its canonical label.
};

CanonicalForm::CanonicalForm(const CanonicalOptions& options)
    : options_(options), state_(std::make_unique<State>()) {}

CanonicalForm::~CanonicalForm() = default;

void CanonicalForm::quad(const rdf::QuadView& quad) { state_->statements.add(quad); }

void CanonicalForm::finish() {
  Statements& statements = state_->statements;
  statements.remove_duplicates();
  lines_ = statements.lines();
  if (statements.gapped().empty()) {
    return;
  }
  state_->numbers = Labeller(statements, options_).label_nodes();
  std::string line;
  for (const GappedStatement& statement : statements.gapped()) {
    line.clear();
    statement.write(line, [&](BlankNode node, std::string& out) {
      fmt::format_to(std::back_inserter(out), "_:c14n{}", state_->numbers[node]);
    });
    lines_.push_back(statements.keep(line));
  }
  std::ranges::sort(lines_);
}

void CanonicalForm::write(ByteSink& sink) const {
  std::string buffer;
  for (const std::string_view line : lines_) {
    buffer += line;
    if (buffer.size() >= kWriteSize) {
      sink.write(buffer);
      buffer.clear();
    }
  }
  if (!buffer.empty()) {
    sink.write(buffer);
  }
}

std::vector<CanonicalForm::IssuedLabel> CanonicalForm::issued_labels() const {
  std::vector<IssuedLabel> issued;
  for (std::size_t node = 0; node < state_->numbers.size(); ++node) {
    issued.push_back(
        {state_->statements.labels()[node], fmt::format("c14n{}", state_->numbers[node])});
  }
  return issued;
}

namespace {

void fill(CanonicalForm& form, std::span<const rdf::Quad> quads) {
  for (const rdf::Quad& quad : quads) {
    form.quad(quad.view());
  }
  form.finish();
}

}  // namespace

std::string canonical_nquads(std::span<const rdf::Quad> quads, const CanonicalOptions& options) {
  CanonicalForm form(options);
  fill(form, quads);
  StringSink sink;
  form.write(sink);
  return sink.text();
}

bool have_same_canonical_form(std::span<const rdf::Quad> left, std::span<const rdf::Quad> right,
                              const CanonicalOptions& options) {
  CanonicalForm left_form(options);
  fill(left_form, left);
  CanonicalForm right_form(options);
  fill(right_form, right);
  return std::ranges::equal(left_form.lines(), right_form.lines());
}

}  // namespace whence::io
