// What SERVICE may do, as options of the command line; the same for each command that runs queries.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "engine/service_options.h"

namespace whence::cli {

struct ServiceArguments {
  std::vector<std::string> allowed;  ///< HOST[:PORT]
  std::vector<std::string> aliases;  ///< IRI=URL
  std::string rows_per_request;      ///< These are empty where the default is meant.
  std::string connect_timeout;
  std::string idle_timeout;
  std::string answer_bytes_max;
  std::string header_bytes_max;
  std::string redirects_max;
};

/// `arguments` must outlive `command`.
void add_service_options(CLI::App& command, ServiceArguments& arguments);

/// Throws Error (kUsage) that names the option. Where an alias leads is allowed by it.
[[nodiscard]] std::shared_ptr<const ServiceOptions> service_options(
    const ServiceArguments& arguments);

}  // namespace whence::cli
