# Language level, warnings for our own code, and the build accelerators where present.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(WHENCE_SANITIZE)
  add_compile_options(-fsanitize=${WHENCE_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${WHENCE_SANITIZE})
endif()

if(WHENCE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Warnings are errors in our own code. Libraries' headers come in as SYSTEM.
add_library(whence_warnings INTERFACE)
target_compile_options(whence_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  # GCC 12 sees uninitialised members in every copy of a std::variant that is assigned by optional.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # GCC 12's library sorts with what C++17 deprecates, and Clang says so to its callers.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
