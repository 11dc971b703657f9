// See xml_reader.h. The format is a tree of fixed depth, so where the reader stands is one State
// and not a stack; of whatever lies beside that tree only the depth is counted.
#include "results/xml_reader.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "io/rdfxml/xml_parser.h"
#include "rdf/error.h"
#include "rdf/term.h"
#include "rdf/vocabulary.h"

namespace whence::results {
namespace {

constexpr std::string_view kNamespace = "http://www.w3.org/2005/sparql-results#";
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";

enum class State : std::uint8_t {
  kDocument,  ///< Before and behind the outermost element.
  kTop,
  kHead,
  kVariable,
  kResults,
  kResult,
  kBinding,
  kTerm,
  kBoolean,
};

/// What may stand where, and what it leads to.
struct Step {
  State from;
  std::string_view element;
  State to;
};
constexpr Step kSteps[] = {
    {State::kDocument, "sparql", State::kTop},    {State::kTop, "head", State::kHead},
    {State::kHead, "variable", State::kVariable}, {State::kTop, "results", State::kResults},
    {State::kTop, "boolean", State::kBoolean},    {State::kResults, "result", State::kResult},
    {State::kResult, "binding", State::kBinding}, {State::kBinding, "uri", State::kTerm},
    {State::kBinding, "bnode", State::kTerm},     {State::kBinding, "literal", State::kTerm},
};

class Handler final : public io::XmlHandler {
 public:
  Handler(const XmlReadOptions& options, ResultSink& sink) : options_(options), sink_(sink) {}

  /// The parser that calls; it knows the place.
  void set_parser(const io::XmlParser& parser) { parser_ = &parser; }

  void start_element(const io::XmlName& name,
                     std::span<const io::XmlAttribute> attributes) override {
    const auto* step = std::ranges::find_if(kSteps, [&](const Step& candidate) {
      return skipped_depth_ == 0 && candidate.from == state_ && name.name_space == kNamespace &&
             candidate.element == name.local;
    });
    if (step != std::end(kSteps)) {
      enter(*step, attributes);
      return;
    }
    if (state_ == State::kDocument) {
      fail(fmt::format("expected the element sparql of <{}>, found {}", kNamespace, name.local));
    }
    if (state_ == State::kBinding && name.local == "triple") {
      fail("a triple term, which RDF 1.1 does not have", ErrorCode::kUnsupported);
    }
    if (state_ >= State::kBinding) {
      fail(fmt::format("the element {} where a term was expected", name.local));
    }
    ++skipped_depth_;
  }

  void end_element() override {
    if (skipped_depth_ > 0) {
      --skipped_depth_;
    } else {
      leave();
    }
  }

  void text(std::string_view text) override {
    if (skipped_depth_ == 0 && (state_ == State::kTerm || state_ == State::kBoolean)) {
      text_ += text;
    }
  }
  void comment(std::string_view /*text*/) override {}
  void instruction(std::string_view /*target*/, std::string_view /*data*/) override {}
  void declare_namespace(std::string_view /*prefix*/, std::string_view /*iri*/) override {}

 private:
  using Attributes = std::span<const io::XmlAttribute>;

  [[noreturn]] void fail(const std::string& message, ErrorCode code = ErrorCode::kBadData) const {
    throw parser_->error_here(message, code);
  }

  [[nodiscard]] static std::optional<std::string> attribute(Attributes attributes,
                                                            std::string_view name_space,
                                                            std::string_view local) {
    for (const io::XmlAttribute& candidate : attributes) {
      if (candidate.name.name_space == name_space && candidate.name.local == local) {
        return std::string(candidate.value);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string name_attribute(std::string_view element, Attributes attributes) const {
    auto name = attribute(attributes, "", "name");
    if (!name) {
      fail(fmt::format("a {} without a name", element));
    }
    return std::move(*name);
  }

  void enter(const Step& step, Attributes attributes) {
    state_ = step.to;
    switch (state_) {
      case State::kHead:
        once(has_head_, "head");
        break;
      case State::kVariable:
        add_variable(name_attribute("variable", attributes));
        break;
      case State::kResults:
        begin_answer();
        sink_.begin(variables_);
        cells_.resize(variables_.size());
        break;
      case State::kResult:
        std::ranges::fill(cells_, std::nullopt);
        break;
      case State::kBinding:
        begin_binding(name_attribute("binding", attributes));
        break;
      case State::kTerm:
        kind_ = step.element;
        language_ = attribute(attributes, kXml, "lang").value_or("");
        datatype_ = attribute(attributes, "", "datatype").value_or("");
        text_.clear();
        break;
      case State::kBoolean:
        begin_answer();
        text_.clear();
        break;
      case State::kDocument:
      case State::kTop:
        break;
    }
  }

  void leave() {
    switch (state_) {
      case State::kDocument:
        break;
      case State::kTop:
        if (!has_answer_) {
          fail("neither results nor boolean");
        }
        state_ = State::kDocument;
        break;
      case State::kHead:
      case State::kResults:
        state_ = State::kTop;
        break;
      case State::kBoolean:
        end_boolean();
        state_ = State::kTop;
        break;
      case State::kVariable:
        state_ = State::kHead;
        break;
      case State::kResult:
        end_row();
        state_ = State::kResults;
        break;
      case State::kBinding:
        if (!cells_[column_]) {
          fail("a binding without a term");
        }
        state_ = State::kResult;
        break;
      case State::kTerm:
        end_term();
        state_ = State::kBinding;
        break;
    }
  }

  void once(bool& seen, std::string_view element) const {
    if (std::exchange(seen, true)) {
      fail(fmt::format("{} stands here a second time", element));
    }
  }

  void begin_answer() {
    if (!has_head_) {
      fail("no head before the answer");
    }
    once(has_answer_, "an answer");
  }

  void add_variable(std::string name) {
    if (!columns_.emplace(name, variables_.size()).second) {
      fail(fmt::format("the variable ?{} is named twice", name));
    }
    variables_.push_back(std::move(name));
  }

  void begin_binding(const std::string& name) {
    const auto column = columns_.find(name);
    if (column == columns_.end()) {
      fail(fmt::format("a solution that binds ?{}, which the head does not name", name));
    }
    column_ = column->second;
    if (cells_[column_]) {
      fail(fmt::format("a solution that binds ?{} twice", name));
    }
  }

  void end_term() {
    if (cells_[column_]) {
      fail("a binding with two terms");
    }
    if (kind_ == "uri") {
      cells_[column_] = rdf::Term::iri(text_);
    } else if (kind_ == "bnode") {
      cells_[column_] = rdf::Term::blank_node(text_);
    } else if (language_.empty()) {
      cells_[column_] = rdf::Term::literal(text_, datatype_);
    } else if (datatype_.empty() || datatype_ == rdf::vocabulary::kLangString) {
      cells_[column_] = rdf::Term::language_literal(text_, language_);
    } else {
      fail("a literal with both a language and a datatype");
    }
  }

  void end_row() {
    if (++row_count_ > options_.rows_max && options_.rows_max != 0) {
      fail(fmt::format("the results have more than {} rows", options_.rows_max), ErrorCode::kLimit);
    }
    views_.clear();
    for (const auto& cell : cells_) {
      views_.push_back(cell ? std::optional(cell->view()) : std::nullopt);
    }
    sink_.row(views_);
  }

  void end_boolean() {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n");
    const std::size_t end = text_.find_last_not_of(" \t\r\n");
    const std::string_view value = begin == std::string::npos
                                       ? std::string_view()
                                       : std::string_view(text_).substr(begin, end - begin + 1);
    if (value != "true" && value != "false") {
      fail(fmt::format("expected true or false, found '{}'", value));
    }
    sink_.boolean(value == "true");
  }

  const XmlReadOptions& options_;
  ResultSink& sink_;
  const io::XmlParser* parser_ = nullptr;
  State state_ = State::kDocument;
  std::size_t skipped_depth_ = 0;
  bool has_head_ = false;
  bool has_answer_ = false;
  std::vector<std::string> variables_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::optional<rdf::Term>> cells_;
  std::vector<std::optional<rdf::TermView>> views_;
  std::size_t column_ = 0;  ///< Of the binding.
  std::string_view kind_;   ///< The term's element.
  std::string language_;
  std::string datatype_;
  std::string text_;
  std::uint64_t row_count_ = 0;
};

}  // namespace

void read_xml(io::ByteSource& source, const XmlReadOptions& options, ResultSink& sink) {
  Handler handler(options, sink);
  const io::ReadOptions xml_options{.source_name = options.source_name};
  io::XmlParser parser(xml_options, handler);
  handler.set_parser(parser);
  parser.parse_all(source);
}

}  // namespace whence::results
