// Which files a path on the command line means, and which IRI.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "engine/database.h"
#include "rdf/error.h"

namespace whence {

namespace {

namespace fs = std::filesystem;

/// ".xml" says that a file may be RDF and no more: such a file is taken where it is named by
/// itself.
bool is_any_xml(const fs::path& path) {
  return path.extension() == ".xml" || path.stem().extension() == ".xml";
}

/// Every file in `folder` and below whose suffix is that of an RDF syntax, by path.
std::vector<std::string> rdf_files_in(const fs::path& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code unknown;  // What cannot be looked at is kept: opening it says why.
    const fs::file_status status = it->status(unknown);
    if ((fs::is_regular_file(status) || !fs::exists(status)) &&
        io::syntax_from_path(it->path().native()) && !is_any_xml(it->path())) {
      paths.push_back(it->path().native());
    }
  }
  if (error) {
    throw Error(ErrorCode::kIo,
                fmt::format("cannot read the folder {}: {}", folder.native(), error.message()));
  }
  if (paths.empty()) {
    throw Error(ErrorCode::kIo, fmt::format("no RDF file ({}, also compressed) in the folder {}",
                                            io::syntax_suffixes(), folder.native()));
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

std::vector<InputFile> find_input_files(const std::vector<std::string>& paths) {
  std::vector<InputFile> files;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path != "-" && fs::is_directory(path, ignored)) {
      for (std::string& found : rdf_files_in(path)) {
        files.push_back({.path = std::move(found), .syntax = {}, .base_iri = {}, .graph = {}});
      }
    } else {
      files.push_back({.path = path, .syntax = {}, .base_iri = {}, .graph = {}});
    }
  }
  return files;
}

std::string file_iri(const std::string& path) {
  std::error_code ignored;
  const std::string absolute = fs::absolute(path, ignored).native();
  std::string iri = "file://";
  for (const char c : absolute) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > 0x20 && byte != 0x7F &&
                       std::string_view("<>\"{}|^`\\%?#").find(c) == std::string_view::npos;
    iri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(byte));
  }
  return iri;
}

}  // namespace whence
