// Reading SPARQL 1.1 Query Results JSON Format: bytes in, rows out, in one pass and in bounded
// memory, from a file or from an endpoint that is not to be trusted. Only where "results" stand
// before "head" are rows held back until the variables are known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "io/byte_source.h"
#include "results/result_sink.h"

namespace whence::results {

struct JsonReadOptions {
  std::string source_name{};    ///< For messages: a path, an address.
  std::uint64_t bytes_max = 0;  ///< 0: no limit.
  std::uint64_t rows_max = 0;   ///< 0: no limit.
  std::size_t depth_max = 64;   ///< Of nested objects and arrays; the format itself needs 6.
};

/// Reads all of `source`. Members that the format does not know are skipped. Blank nodes keep their
/// labels, whose scope is this document (§3.2.2). Throws Error with the source's name and the place
/// that was reached: kBadData for what is not in the format, kUnsupported for terms that are not of
/// RDF 1.1, kLimit; and whatever `source` and `sink` throw.
void read_json(io::ByteSource& source, const JsonReadOptions& options, ResultSink& sink);

}  // namespace whence::results
