# Builds a text file into a module.

# whence_embed_text(server page.html page_text.h): src/server/page_text.h.in, with the text of
# src/server/page.html in place of @EMBEDDED_TEXT@, as "server/page_text.h" of that module alone.
function(whence_embed_text module text header)
  set(folder "${CMAKE_CURRENT_SOURCE_DIR}/${module}")
  file(READ "${folder}/${text}" EMBEDDED_TEXT)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/${text}")
  configure_file("${folder}/${header}.in" "${CMAKE_CURRENT_BINARY_DIR}/${module}/${header}" @ONLY)
  target_include_directories(whence_${module} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
