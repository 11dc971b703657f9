// See report.h.
#include "cli/check/report.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "results/display_text.h"

namespace whence::cli {
namespace {

struct OutcomeInfo {
  std::string_view word;
  ExitCode exit_code;
};

constexpr std::array<OutcomeInfo, 6> kOutcomes = {{
    {"ok", kSuccess},
    {"kept", kSuccess},
    {"differs", kNegative},
    {"unreadable", kBadInput},
    {"stopped", kLimitReached},
    {"not run", kSuccess},
}};

const OutcomeInfo& info(Outcome outcome) { return kOutcomes.at(static_cast<std::size_t>(outcome)); }

double milliseconds(std::chrono::nanoseconds elapsed) {
  return std::chrono::duration<double, std::milli>(elapsed).count();
}

/// Calls `action` with each line of the report.
template <typename Action>
void for_each_line(const Report& report, const Action& action) {
  std::ranges::for_each(report.steps, action);
  std::ranges::for_each(report.questions, action);
}

void append_line(std::string& out, const ReportLine& line, std::size_t width) {
  const std::string count = line.count ? fmt::format("{}", *line.count) : std::string();
  const std::string elapsed = line.outcome == Outcome::kNotRun
                                  ? std::string()
                                  : fmt::format("{:.1f}", milliseconds(line.elapsed));
  const std::size_t columns = results::append_visible(out, line.name);
  out.append(width - std::min(width, columns), ' ');
  out += fmt::format("  {:>6}  {:>8}  {}\n", count, elapsed, info(line.outcome).word);
  for (const std::string& detail : line.details) {
    out += "    ";
    results::append_visible(out, detail);
    out += '\n';
  }
}

std::string summary(const Report& report) {
  std::string text = fmt::format("{} {}", report.questions.size(),
                                 report.questions.size() == 1 ? "question" : "questions");
  const auto append = [&](std::size_t count, std::string_view words) {
    if (count > 0) {
      text += fmt::format(", {} {}", count, words);
    }
  };
  const auto count = [&](Outcome outcome) {
    return static_cast<std::size_t>(
        std::ranges::count(report.questions, outcome, &ReportLine::outcome));
  };
  append(count(Outcome::kPassed), "answered as expected");
  append(count(Outcome::kKept), "with a new answer, to be read before it is kept");
  append(count(Outcome::kDiffers), "not as expected");
  append(count(Outcome::kUnreadable), "unreadable");
  append(count(Outcome::kStopped), "stopped by a limit");
  append(count(Outcome::kNotRun), "not run");
  return text + fmt::format(": {} in {:.2f} s\n",
                            report.exit_code() == kSuccess ? "passed" : "failed",
                            std::chrono::duration<double>(report.elapsed).count());
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    if (byte < 0x20) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(byte));
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_json(std::string& out, const ReportLine& line) {
  out += "\n{\"name\":";
  append_json_string(out, line.name);
  if (line.count) {
    out += fmt::format(",\"count\":{}", *line.count);
  }
  out += fmt::format(",\"ms\":{:.3f},\"result\":\"{}\",\"details\":[", milliseconds(line.elapsed),
                     info(line.outcome).word);
  std::string_view separator;
  const auto append = [&](const std::string& text) {
    out += separator;
    append_json_string(out, text);
    separator = ",";
  };
  std::ranges::for_each(line.details, append);
  for (const Error& error : line.errors) {
    append(error.formatted());
  }
  out += "]}";
}

}  // namespace

std::size_t Report::count(Outcome outcome) const {
  std::size_t found = 0;
  for_each_line(*this, [&](const ReportLine& line) { found += line.outcome == outcome ? 1U : 0U; });
  return found;
}

ExitCode Report::exit_code() const {
  for (const Outcome outcome : {Outcome::kUnreadable, Outcome::kStopped, Outcome::kDiffers}) {
    if (count(outcome) > 0) {
      return info(outcome).exit_code;
    }
  }
  return kSuccess;
}

void write_table(const Report& report, io::ByteSink& sink) {
  constexpr std::string_view kTitle = "check";
  std::size_t width = kTitle.size();
  for_each_line(report, [&](const ReportLine& line) {
    width = std::max(width, results::count_columns(line.name));
  });
  std::string out = fmt::format("{:<{}}  {:>6}  {:>8}  result\n", kTitle, width, "count", "ms");
  for_each_line(report, [&](const ReportLine& line) { append_line(out, line, width); });
  out += summary(report);
  sink.write(out);
}

void write_json(const Report& report, io::ByteSink& sink) {
  std::string out = fmt::format("{{\"passed\":{},\"ms\":{:.3f},\"steps\":[",
                                report.exit_code() == kSuccess, milliseconds(report.elapsed));
  const auto append_all = [&](const std::vector<ReportLine>& lines) {
    std::string_view separator;
    for (const ReportLine& line : lines) {
      out += separator;
      append_json(out, line);
      separator = ",";
    }
  };
  append_all(report.steps);
  out += "],\n\"questions\":[";
  append_all(report.questions);
  out += "]}\n";
  sink.write(out);
}

}  // namespace whence::cli
