// See service_client.h.
#include "engine/service_client.h"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "exec/query_context.h"
#include "rdf/error.h"
#include "results/json_reader.h"
#include "results/xml_reader.h"

namespace whence {

namespace {

/// JSON first: it is the cheaper to read. Endpoints that know neither type by its own name may know
/// the general one.
constexpr std::string_view kAccept =
    "application/sparql-results+json, application/sparql-results+xml;q=0.8, "
    "application/json;q=0.5, application/xml;q=0.4";

/// A value of application/x-www-form-urlencoded (URL Standard §5).
std::string form_encoded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || std::string_view("*-._").contains(c);
    if (is_plain) {
      result += c;
    } else if (c == ' ') {
      result += '+';
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

class RowsSink final : public results::ResultSink {
 public:
  RowsSink(exec::ServiceRows& rows, const std::string& address) : rows_(rows), address_(address) {}

  void begin(const std::vector<std::string>& variables) override { rows_.begin(variables); }
  void row(std::span<const std::optional<rdf::TermView>> cells) override { rows_.row(cells); }
  void boolean(bool /*value*/) override {
    throw Error(ErrorCode::kIo,
                fmt::format("<{}>: it answers a SELECT with true or false", address_));
  }

 private:
  exec::ServiceRows& rows_;
  const std::string& address_;
};

/// The first words of what an endpoint says about an error, on one line.
std::string beginning(io::ByteSource& body) {
  std::array<char, 300> block{};
  std::size_t size = 0;
  try {
    for (std::size_t count = 1; count != 0 && size < block.size(); size += count) {
      count = body.read(std::span(block).subspan(size));
    }
  } catch (const Error&) {
    size = 0;  // The status says more than why its explanation broke off.
  }
  std::string text;
  for (const char c : std::string_view(block.data(), size)) {
    const auto byte = static_cast<unsigned char>(c);
    text += byte <= 0x20 || byte >= 0x7F ? ' ' : c;
  }
  const std::size_t begin = text.find_first_not_of(' ');
  const std::size_t end = text.find_last_not_of(' ');
  return begin == std::string::npos ? std::string() : ": " + text.substr(begin, end - begin + 1);
}

void read_answer(net::HttpResponse& answer, results::ResultSink& sink) {
  const std::string type = answer.media_type();
  if (type == "application/sparql-results+json" || type == "application/json") {
    results::read_json(answer, {.source_name = answer.address()}, sink);
  } else if (type == "application/sparql-results+xml" || type == "application/xml" ||
             type == "text/xml") {
    results::read_xml(answer, {.source_name = answer.address()}, sink);
  } else {
    throw Error(ErrorCode::kIo,
                fmt::format("<{}>: expected results in JSON or XML, found {}", answer.address(),
                            type.empty() ? "no media type" : "'" + type + "'"));
  }
}

}  // namespace

HttpServiceClient::HttpServiceClient(std::shared_ptr<const ServiceOptions> options)
    : options_(options == nullptr ? std::make_shared<const ServiceOptions>() : std::move(options)),
      client_(options_->policy, options_->limits) {}

void HttpServiceClient::ask(const std::string& endpoint, const std::string& query,
                            const exec::QueryContext& context, exec::ServiceRows& rows) {
  const auto alias = options_->aliases.find(endpoint);
  const auto answer =
      client_.send({.iri = alias == options_->aliases.end() ? endpoint : alias->second,
                    .accept = std::string(kAccept),
                    .content_type = "application/x-www-form-urlencoded",
                    .body = "query=" + form_encoded(query)},
                   {.deadline = context.deadline(), .stop = context.stop()});
  if (answer->status() != 200) {
    throw Error(ErrorCode::kIo,
                fmt::format("<{}>: it answers {} {}{}", answer->address(), answer->status(),
                            answer->reason(), beginning(*answer)));
  }
  RowsSink sink(rows, answer->address());
  try {
    read_answer(*answer, sink);
  } catch (const Error& error) {
    if (!error.position()) {
      throw;
    }
    // The place is one of the answer, not of the query that whoever gets the message has written.
    throw Error(error.code() == ErrorCode::kLimit ? ErrorCode::kLimit : ErrorCode::kIo,
                fmt::format("{}:{}:{}: {}", answer->address(), error.position()->line,
                            error.position()->column, error.what()));
  }
}

}  // namespace whence
