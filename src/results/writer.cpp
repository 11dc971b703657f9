// The way from a format to its writer.
#include "results/writer.h"

#include "results/csv_writer.h"
#include "results/json_writer.h"
#include "results/table_writer.h"
#include "results/tsv_writer.h"
#include "results/xml_writer.h"

namespace whence::results {

std::unique_ptr<ResultWriter> make_result_writer(Format format, io::ByteSink& sink,
                                                 const WriterOptions& options) {
  switch (format) {
    case Format::kJson:
      return std::make_unique<JsonWriter>(sink);
    case Format::kXml:
      return std::make_unique<XmlWriter>(sink);
    case Format::kCsv:
      return std::make_unique<CsvWriter>(sink);
    case Format::kTsv:
      return std::make_unique<TsvWriter>(sink);
    case Format::kTable:
      return std::make_unique<TableWriter>(sink, options);
  }
  __builtin_unreachable();
}

}  // namespace whence::results
