// Holds the declarations of CPango.h against the headers of pango and cairo; compiled by nobody but
// Tests/TypesettingTests, where those headers are installed:
//   cc -fsyntax-only -ISources/CPango/include $(pkg-config --cflags pangocairo) Tests/Helpers/page-signatures.c
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

// The rectangle has a name of its own here, and the writing function returns cairo_status_t there.
#define PageRectangle PangoRectangleOfOurs
#include "CPango.h"
#undef PageRectangle

#define PARAMETERS_FIT(name) _Static_assert( \
    __builtin_types_compatible_p(__typeof__(&name), __typeof__(((PageLibrary *)0)->name)), #name)

PARAMETERS_FIT(cairo_pdf_surface_set_size);
PARAMETERS_FIT(cairo_pdf_surface_set_metadata);
PARAMETERS_FIT(cairo_pdf_surface_add_outline);
PARAMETERS_FIT(cairo_image_surface_create);
PARAMETERS_FIT(cairo_surface_finish);
PARAMETERS_FIT(cairo_surface_destroy);
PARAMETERS_FIT(cairo_surface_status);
PARAMETERS_FIT(cairo_status_to_string);
PARAMETERS_FIT(cairo_create);
PARAMETERS_FIT(cairo_destroy);
PARAMETERS_FIT(cairo_show_page);
PARAMETERS_FIT(cairo_scale);
PARAMETERS_FIT(cairo_move_to);
PARAMETERS_FIT(cairo_line_to);
PARAMETERS_FIT(cairo_rectangle);
PARAMETERS_FIT(cairo_arc);
PARAMETERS_FIT(cairo_new_path);
PARAMETERS_FIT(cairo_fill);
PARAMETERS_FIT(cairo_stroke);
PARAMETERS_FIT(cairo_set_source_rgb);
PARAMETERS_FIT(cairo_set_line_width);
PARAMETERS_FIT(cairo_set_dash);
PARAMETERS_FIT(pango_cairo_create_context);
PARAMETERS_FIT(pango_cairo_context_set_resolution);
PARAMETERS_FIT(pango_cairo_show_layout_line);
PARAMETERS_FIT(pango_context_set_language);
PARAMETERS_FIT(pango_language_from_string);
PARAMETERS_FIT(pango_font_description_new);
PARAMETERS_FIT(pango_font_description_free);
PARAMETERS_FIT(pango_font_description_set_family);
PARAMETERS_FIT(pango_font_description_set_weight);
PARAMETERS_FIT(pango_font_description_set_absolute_size);
PARAMETERS_FIT(pango_layout_new);
PARAMETERS_FIT(pango_layout_set_text);
PARAMETERS_FIT(pango_layout_set_font_description);
PARAMETERS_FIT(pango_layout_set_width);
PARAMETERS_FIT(pango_layout_set_wrap);
PARAMETERS_FIT(pango_layout_set_justify);
PARAMETERS_FIT(pango_layout_set_indent);
PARAMETERS_FIT(pango_layout_get_line_count);
PARAMETERS_FIT(pango_layout_get_line_readonly);
PARAMETERS_FIT(pango_layout_get_unknown_glyphs_count);

// Those with types of their own: the same number and size of parameters.
_Static_assert(sizeof(PangoRectangle) == sizeof(PangoRectangleOfOurs), "PangoRectangle");
_Static_assert(sizeof(cairo_status_t) == sizeof(unsigned int), "cairo_status_t");
static void callable(cairo_surface_t *surface, PangoLayoutLine *line, PageWriteFunction write) {
    cairo_write_func_t theirs = (cairo_write_func_t)write;
    surface = cairo_pdf_surface_create_for_stream(theirs, (void *)0, 1.0, 1.0);
    cairo_surface_write_to_png_stream(surface, theirs, (void *)0);
    pango_layout_line_get_extents(line, (PangoRectangle *)0, (PangoRectangle *)0);
    g_object_unref((void *)surface);
}
void (*const used)(cairo_surface_t *, PangoLayoutLine *, PageWriteFunction) = callable;
