#define _GNU_SOURCE
#include "CPango.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// A library under the names it has on Linux and on macOS.
typedef struct { const char *names[4]; } Names;

static const Names cairoNames = {{"libcairo.so.2", "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib"}};
static const Names pangoNames = {
    {"libpangocairo-1.0.so.0", "libpangocairo-1.0.0.dylib", "/opt/homebrew/lib/libpangocairo-1.0.0.dylib"}};

static PageLibrary library;
static const char *problem;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *openFirst(const Names *names) {
    for (int i = 0; names->names[i]; i++) {
        void *handle = dlopen(names->names[i], RTLD_LAZY | RTLD_GLOBAL);
        if (handle) return handle;
    }
    if (!problem) problem = names->names[0];
    return NULL;
}

// What pangocairo needs (pango, gobject) is opened with it, and found through its handle.
static void *find(void *handle, const char *name) {
    void *found = handle ? dlsym(handle, name) : NULL;
    if (!found && !problem) problem = name;
    return found;
}

#define TAKE(handle, name) *(void **)&library.name = find(handle, #name)

static void takeCairo(void *cairo) {
    TAKE(cairo, cairo_pdf_surface_create_for_stream);
    TAKE(cairo, cairo_pdf_surface_set_size);
    TAKE(cairo, cairo_pdf_surface_set_metadata);
    TAKE(cairo, cairo_pdf_surface_add_outline);
    TAKE(cairo, cairo_image_surface_create);
    TAKE(cairo, cairo_surface_write_to_png_stream);
    TAKE(cairo, cairo_surface_finish);
    TAKE(cairo, cairo_surface_destroy);
    TAKE(cairo, cairo_surface_status);
    TAKE(cairo, cairo_status_to_string);
    TAKE(cairo, cairo_create);
    TAKE(cairo, cairo_destroy);
    TAKE(cairo, cairo_show_page);
    TAKE(cairo, cairo_scale);
    TAKE(cairo, cairo_move_to);
    TAKE(cairo, cairo_line_to);
    TAKE(cairo, cairo_rectangle);
    TAKE(cairo, cairo_arc);
    TAKE(cairo, cairo_new_path);
    TAKE(cairo, cairo_fill);
    TAKE(cairo, cairo_stroke);
    TAKE(cairo, cairo_set_source_rgb);
    TAKE(cairo, cairo_set_line_width);
    TAKE(cairo, cairo_set_dash);
}

static void takePango(void *pango) {
    TAKE(pango, pango_cairo_create_context);
    TAKE(pango, pango_cairo_context_set_resolution);
    TAKE(pango, pango_cairo_show_layout_line);
    TAKE(pango, pango_context_set_language);
    TAKE(pango, pango_language_from_string);
    TAKE(pango, pango_font_description_new);
    TAKE(pango, pango_font_description_free);
    TAKE(pango, pango_font_description_set_family);
    TAKE(pango, pango_font_description_set_weight);
    TAKE(pango, pango_font_description_set_absolute_size);
    TAKE(pango, pango_layout_new);
    TAKE(pango, pango_layout_set_text);
    TAKE(pango, pango_layout_set_font_description);
    TAKE(pango, pango_layout_set_width);
    TAKE(pango, pango_layout_set_wrap);
    TAKE(pango, pango_layout_set_justify);
    TAKE(pango, pango_layout_set_indent);
    TAKE(pango, pango_layout_get_line_count);
    TAKE(pango, pango_layout_get_line_readonly);
    TAKE(pango, pango_layout_line_get_extents);
    TAKE(pango, pango_layout_get_unknown_glyphs_count);
    TAKE(pango, g_object_unref);
}

static void openBoth(void) {
    takeCairo(openFirst(&cairoNames));
    takePango(openFirst(&pangoNames));
}

const PageLibrary *pageLibraryOpen(const char **missing) {
    pthread_once(&once, openBoth);
    *missing = problem;
    return problem ? NULL : &library;
}
