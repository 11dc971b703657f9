// See service_arguments.h.
#include "cli/service_arguments.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "cli/quantity.h"
#include "net/fetch_policy.h"
#include "net/url.h"
#include "rdf/error.h"
#include "rdf/iri.h"

namespace whence::cli {
namespace {

constexpr const char* kGroup = "SERVICE";

/// An IRI may have "=" in it, an address as well: the first that the address of a URL follows.
std::pair<std::string, std::string> parse_alias(const std::string& text) {
  const std::size_t equals = std::min(text.find("=http://"), text.find("=https://"));
  if (equals == std::string::npos || !rdf::is_absolute_iri(text.substr(0, equals))) {
    throw Error(ErrorCode::kUsage,
                fmt::format("--service-alias: expected IRI=URL, such as "
                            "http://example.org/sparql=http://localhost:7576/sparql, found '{}'",
                            text));
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

void add_service_options(CLI::App& command, ServiceArguments& arguments) {
  const auto add = [&](const char* name, auto& value, const char* description, const char* type) {
    return command.add_option(name, value, description)->type_name(type)->group(kGroup);
  };
  add("--allow-service", arguments.allowed,
      "A host that SERVICE may ask, any number of times; '*': all on the\n"
      "public Internet. Without it SERVICE asks nobody",
      "HOST[:PORT]")
      ->allow_extra_args(false)
      ->envname("WHENCE_ALLOW_SERVICE");
  add("--service-alias", arguments.aliases, "Ask URL where a query says SERVICE <IRI>", "IRI=URL")
      ->allow_extra_args(false);
  add("--service-rows", arguments.rows_per_request,
      "Rows of bindings that one request takes along, default 100", "N");
  add("--service-connect-timeout", arguments.connect_timeout,
      "For finding a host, and for connecting to it, default 10s", "TIME");
  add("--service-idle-timeout", arguments.idle_timeout,
      "How long an endpoint may be silent, default 60s", "TIME");
  add("--service-answer-max", arguments.answer_bytes_max, "The answer to one request, default 256M",
      "SIZE");
  add("--service-header-max", arguments.header_bytes_max,
      "All header fields of an answer, default 64K", "SIZE");
  add("--service-redirects-max", arguments.redirects_max,
      "How often an endpoint may lead on, default 5", "N");
}

std::shared_ptr<const ServiceOptions> service_options(const ServiceArguments& arguments) {
  ServiceOptions options;
  for (const std::string& host : arguments.allowed) {
    options.policy.allow(net::parse_allowed_host(host, "--allow-service"));
  }
  for (const std::string& text : arguments.aliases) {
    auto [iri, address] = parse_alias(text);
    const net::Url url = net::parse_url(address);
    options.policy.allow({.host = url.host, .port = url.port});
    options.aliases[std::move(iri)] = std::move(address);
  }
  const auto set = [](const std::string& text, const char* option, auto parse, auto& value) {
    if (text.empty()) {
      return;
    }
    const auto parsed = parse(text, option);
    value = static_cast<std::remove_reference_t<decltype(value)>>(parsed);
    if (value == std::remove_reference_t<decltype(value)>{}) {
      throw Error(ErrorCode::kUsage, fmt::format("{}: expected more than 0", option));
    }
  };
  set(arguments.rows_per_request, "--service-rows", parse_count, options.rows_per_request);
  set(arguments.connect_timeout, "--service-connect-timeout", parse_duration,
      options.limits.connect_timeout);
  set(arguments.idle_timeout, "--service-idle-timeout", parse_duration,
      options.limits.idle_timeout);
  set(arguments.answer_bytes_max, "--service-answer-max", parse_size,
      options.limits.body_bytes_max);
  set(arguments.header_bytes_max, "--service-header-max", parse_size,
      options.limits.header_bytes_max);
  if (!arguments.redirects_max.empty()) {
    options.limits.redirects_max = static_cast<unsigned>(
        std::min<std::size_t>(parse_count(arguments.redirects_max, "--service-redirects-max"),
                              std::numeric_limits<unsigned>::max() - 1));
  }
  return std::make_shared<const ServiceOptions>(std::move(options));
}

}  // namespace whence::cli
