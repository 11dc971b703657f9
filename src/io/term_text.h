// Terms as text, appended to a buffer: the escapes that N-Triples and Turtle share. What is written
// reads back as the very same term.
#pragma once

#include <string>
#include <string_view>

#include "rdf/term.h"

namespace whence::io {

/// "<" IRI ">"; a character that no IRI may have is written as a numeric escape, so that it cannot
/// end the IRI (a reader may still refuse it).
void append_iri(std::string& out, std::string_view iri);

/// "_:" and the label, which must be a BLANK_NODE_LABEL; one that is not is spelled out as
/// hexadecimal digits behind "x-".
void append_blank_node(std::string& out, std::string_view label);

/// The escaped content of a string, without quotation marks.
void append_string_content(std::string& out, std::string_view text);

/// A string in quotation marks, on one line.
void append_string(std::string& out, std::string_view text);

/// The whole term in N-Triples' form (RDF 1.1 N-Triples §4).
void append_term(std::string& out, const rdf::TermView& term);

/// Whether Turtle and SPARQL read `lexical` without quotation marks as a literal of `datatype`:
/// INTEGER, DECIMAL, DOUBLE (RDF 1.1 Turtle §6.5 [19] to [21]), BooleanLiteral ([133s]).
[[nodiscard]] bool has_bare_form(std::string_view lexical, std::string_view datatype);

}  // namespace whence::io
