// REGEX and REPLACE (SPARQL 1.1 §17.4.3.14, §17.4.3.15): fn:matches and fn:replace of XPath
// Functions §7.6. A constant pattern is compiled once, with the query; one that is computed, when
// it changes.
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "exec/functions/function.h"
#include "exec/functions/string_argument.h"
#include "exec/functions/xpath_regex.h"
#include "rdf/error.h"

namespace whence::exec {

namespace {

using re2::RE2;
using re2::StringPiece;

StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

/// A pattern ready to run, and whether it matches no characters at all.
struct Pattern {
  std::unique_ptr<const RE2> matcher;
  bool matches_nothing = false;
};

/// The pattern and flags of a call, compiled.
class PatternArgument {
 public:
  PatternArgument(const sparql::Call& call, std::unique_ptr<Evaluator> pattern,
                  std::unique_ptr<Evaluator> flags)
      : pattern_(std::move(pattern)), flags_(std::move(flags)) {
    const rdf::Term* constant = pattern_->constant();
    const bool has_constant_flags = flags_ == nullptr || flags_->constant() != nullptr;
    if (constant == nullptr || !has_constant_flags) {
      return;
    }
    is_constant_ = true;
    const rdf::Term no_flags = rdf::Term::literal("");
    const rdf::Term& flag_term = flags_ == nullptr ? no_flags : *flags_->constant();
    if (!is_simple_literal(*constant) || !is_simple_literal(flag_term)) {
      return;
    }
    auto matcher = compile_pattern(constant->value, flag_term.value);
    if (matcher) {
      set(std::move(*matcher));
    } else if (matcher.error().kind == PatternError::Kind::kUnsupported) {
      throw Error(ErrorCode::kUnsupported,
                  fmt::format("{}: {}", call.name == "regex" ? "REGEX" : "REPLACE",
                              matcher.error().message),
                  call.position);
    }
  }

  /// Null: an error.
  const Pattern* get(const Row& row, QueryContext& context) {
    if (is_constant_) {
      return compiled();
    }
    const auto pattern = pattern_->view(row, context, pattern_scratch_);
    const auto flags = flags_ == nullptr ? std::optional(rdf::TermView::literal(""))
                                         : flags_->view(row, context, flags_scratch_);
    if (!pattern || !flags || !is_simple_literal(*pattern) || !is_simple_literal(*flags)) {
      return nullptr;
    }
    if (!is_compiled_ || pattern->value != text_ || flags->value != flag_text_) {
      text_ = pattern->value;
      flag_text_ = flags->value;
      is_compiled_ = true;
      // A large pattern takes milliseconds: time may be up before the batch is.
      context.check();
      auto matcher = compile_pattern(text_, flag_text_);
      set(matcher ? std::move(*matcher) : nullptr);
    }
    return compiled();
  }

  /// Whether the flag q makes the replacement literal too.
  bool has_literal_flag(const Row& row, QueryContext& context) {
    const auto flags =
        flags_ == nullptr ? std::nullopt : flags_->view(row, context, flags_scratch_);
    return flags && flags->value.find('q') != std::string_view::npos;
  }

 private:
  void set(std::unique_ptr<const RE2> matcher) {
    compiled_.matches_nothing = matcher != nullptr && RE2::FullMatch("", *matcher);
    compiled_.matcher = std::move(matcher);
  }
  [[nodiscard]] const Pattern* compiled() const {
    return compiled_.matcher == nullptr ? nullptr : &compiled_;
  }

  std::unique_ptr<Evaluator> pattern_;
  std::unique_ptr<Evaluator> flags_;  ///< Null: none given.
  bool is_constant_ = false;
  bool is_compiled_ = false;
  Pattern compiled_;
  std::string text_;
  std::string flag_text_;
  TermScratch pattern_scratch_;
  TermScratch flags_scratch_;
};

std::unique_ptr<Evaluator> taken(Arguments& arguments, std::size_t index) {
  return index < arguments.size() ? std::move(arguments[index]) : nullptr;
}

class RegexNode final : public Evaluator {
 public:
  RegexNode(const sparql::Call& call, Arguments arguments)
      : text_(taken(arguments, 0)), pattern_(call, taken(arguments, 1), taken(arguments, 2)) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    return boolean(truth(row, context));
  }
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    const Pattern* pattern = pattern_.get(row, context);
    const auto text = pattern == nullptr ? std::nullopt : text_->view(row, context, scratch_);
    if (!text || !is_string_literal(*text)) {
      return std::nullopt;
    }
    return pattern->matcher->Match(piece(text->value), 0, text->value.size(), RE2::UNANCHORED,
                                   nullptr, 0);
  }

 private:
  std::unique_ptr<Evaluator> text_;
  PatternArgument pattern_;
  TermScratch scratch_;
};

/// What a match is replaced by: text, and the numbers of captured groups between.
struct Replacement {
  struct Part {
    std::string text;
    std::optional<std::size_t> group;
  };
  std::vector<Part> parts;
};

/// §7.6.3: "\$" and "\\" stand for themselves, "$" begins a group's number. Nothing: an error.
std::optional<Replacement> parse_replacement(std::string_view text, std::size_t group_count) {
  Replacement result;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
      if (i == text.size() || (text[i] != '\\' && text[i] != '$')) {
        return std::nullopt;
      }
      plain += text[i];
      continue;
    }
    if (text[i] != '$') {
      plain += text[i];
      continue;
    }
    const auto is_digit = [&](std::size_t at) {
      return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    if (!is_digit(i + 1)) {
      return std::nullopt;
    }
    ++i;
    auto group = static_cast<std::size_t>(text[i] - '0');
    // As many digits as still number a group; the rest is text.
    while (is_digit(i + 1) &&
           group * 10 + static_cast<std::size_t>(text[i + 1] - '0') <= group_count) {
      ++i;
      group = group * 10 + static_cast<std::size_t>(text[i] - '0');
    }
    result.parts.push_back({std::exchange(plain, {}), group});
  }
  result.parts.push_back({std::move(plain), std::nullopt});
  return result;
}

class ReplaceNode final : public Evaluator {
 public:
  ReplaceNode(const sparql::Call& call, Arguments arguments)
      : text_(taken(arguments, 0)),
        replacement_(taken(arguments, 2)),
        pattern_(call, taken(arguments, 1), taken(arguments, 3)) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    const Pattern* pattern = pattern_.get(row, context);
    const auto text = text_->view(row, context, text_scratch_);
    const auto replacement = replacement_->view(row, context, replacement_scratch_);
    if (pattern == nullptr || !text || !replacement || !is_string_literal(*text) ||
        !is_simple_literal(*replacement)) {
      return ExpressionError{};
    }
    // A pattern that matches nothing at all has no place to replace (FORX0003).
    if (pattern->matches_nothing) {
      return ExpressionError{};
    }
    const RE2& matcher = *pattern->matcher;
    const auto group_count = static_cast<std::size_t>(matcher.NumberOfCapturingGroups());
    const auto parsed = pattern_.has_literal_flag(row, context)
                            ? Replacement{{{std::string(replacement->value), std::nullopt}}}
                            : parse_replacement(replacement->value, group_count);
    return parsed ? string_like(*text, replaced(matcher, text->value, *parsed, group_count))
                  : Value(ExpressionError{});
  }

 private:
  static std::string replaced(const RE2& pattern, std::string_view text,
                              const Replacement& replacement, std::size_t group_count) {
    std::vector<StringPiece> groups(group_count + 1);
    std::string result;
    std::size_t done = 0;
    while (done < text.size() && pattern.Match(piece(text), done, text.size(), RE2::UNANCHORED,
                                               groups.data(), static_cast<int>(groups.size()))) {
      const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
      if (groups[0].empty()) {
        break;
      }
      result += text.substr(done, begin - done);
      check_string_size(result.size());
      for (const Replacement::Part& part : replacement.parts) {
        result += part.text;
        if (part.group && *part.group <= group_count) {
          result.append(groups[*part.group].data(), groups[*part.group].size());
        }
      }
      done = begin + groups[0].size();
    }
    result += text.substr(done);
    return result;
  }

  std::unique_ptr<Evaluator> text_;
  std::unique_ptr<Evaluator> replacement_;
  PatternArgument pattern_;
  TermScratch text_scratch_;
  TermScratch replacement_scratch_;
};

template <typename Node>
std::unique_ptr<Evaluator> make(const sparql::Call& call, Arguments arguments) {
  return std::make_unique<Node>(call, std::move(arguments));
}

constexpr std::array kFunctions{
    Function{"regex", make<RegexNode>},
    Function{"replace", make<ReplaceNode>},
};

}  // namespace

std::span<const Function> regex_functions() { return kFunctions; }

}  // namespace whence::exec
