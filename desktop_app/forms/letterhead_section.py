# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'letterhead_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.paper.page_picture import PicturePreview
class Ui_LetterheadSection(object):
    def setupUi(self, LetterheadSection):
        if not LetterheadSection.objectName():
            LetterheadSection.setObjectName(u"LetterheadSection")
        LetterheadSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(LetterheadSection)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.letterheadField = Field(LetterheadSection)
        self.letterheadField.setObjectName(u"letterheadField")
        self.letterheadColumn = QVBoxLayout(self.letterheadField)
        self.letterheadColumn.setSpacing(0)
        self.letterheadColumn.setObjectName(u"letterheadColumn")
        self.letterheadColumn.setContentsMargins(0, 0, 0, 0)
        self.lines = TextArea(self.letterheadField)
        self.lines.setObjectName(u"lines")

        self.letterheadColumn.addWidget(self.lines)


        self.column.addWidget(self.letterheadField)

        self.invocationField = Field(LetterheadSection)
        self.invocationField.setObjectName(u"invocationField")
        self.invocationColumn = QVBoxLayout(self.invocationField)
        self.invocationColumn.setSpacing(0)
        self.invocationColumn.setObjectName(u"invocationColumn")
        self.invocationColumn.setContentsMargins(0, 0, 0, 0)
        self.invocation = LineField(self.invocationField)
        self.invocation.setObjectName(u"invocation")

        self.invocationColumn.addWidget(self.invocation)


        self.column.addWidget(self.invocationField)

        self.logoField = Field(LetterheadSection)
        self.logoField.setObjectName(u"logoField")
        self.logoColumn = QVBoxLayout(self.logoField)
        self.logoColumn.setSpacing(0)
        self.logoColumn.setObjectName(u"logoColumn")
        self.logoColumn.setContentsMargins(0, 0, 0, 0)
        self.logoBox = QWidget(self.logoField)
        self.logoBox.setObjectName(u"logoBox")
        self.logoLine = QHBoxLayout(self.logoBox)
        self.logoLine.setSpacing(16)
        self.logoLine.setObjectName(u"logoLine")
        self.logoLine.setContentsMargins(0, 0, 0, 0)
        self.preview = PicturePreview(self.logoBox)
        self.preview.setObjectName(u"preview")

        self.logoLine.addWidget(self.preview)

        self.logoActs = QVBoxLayout()
        self.logoActs.setSpacing(8)
        self.logoActs.setObjectName(u"logoActs")
        self.logoActs.setContentsMargins(0, 0, 0, 0)
        self.choose = Button(self.logoBox)
        self.choose.setObjectName(u"choose")
        self.choose.setProperty(u"kind", u"outlined")
        self.choose.setProperty(u"icon_name", u"image")
        self.choose.setProperty(u"compact", True)

        self.logoActs.addWidget(self.choose)

        self.remove = Button(self.logoBox)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"kind", u"quiet")
        self.remove.setProperty(u"icon_name", u"trash-2")
        self.remove.setProperty(u"compact", True)

        self.logoActs.addWidget(self.remove)

        self.logoGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.logoActs.addItem(self.logoGap)


        self.logoLine.addLayout(self.logoActs)

        self.logoSideGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.logoLine.addItem(self.logoSideGap)


        self.logoColumn.addWidget(self.logoBox)


        self.column.addWidget(self.logoField)


        self.retranslateUi(LetterheadSection)
    # setupUi

    def retranslateUi(self, LetterheadSection):
        self.letterheadField.setProperty(u"label_text", QCoreApplication.translate("LetterheadSection", u"\u0633\u0637\u0631\u0647\u0627\u06cc \u0633\u0631\u0628\u0631\u06af", None))
        self.letterheadField.setProperty(u"hint_text", QCoreApplication.translate("LetterheadSection", u"\u0647\u0631 \u0633\u0637\u0631 \u06cc\u06a9 \u0646\u0627\u0645. \u0627\u06af\u0631 \u062e\u0627\u0644\u06cc \u0628\u0645\u0627\u0646\u062f \u0646\u0627\u0645 \u062f\u0648 \u0637\u0631\u0641 \u0686\u0627\u067e \u0645\u06cc\u200c\u0634\u0648\u062f.", None))
        self.invocationField.setProperty(u"label_text", QCoreApplication.translate("LetterheadSection", u"\u0639\u0628\u0627\u0631\u062a \u0628\u0627\u0644\u0627\u06cc \u06a9\u0627\u063a\u0630", None))
        self.logoField.setProperty(u"label_text", QCoreApplication.translate("LetterheadSection", u"\u0646\u0634\u0627\u0646", None))
#if QT_CONFIG(accessibility)
        self.logoBox.setAccessibleName(QCoreApplication.translate("LetterheadSection", u"\u0646\u0634\u0627\u0646 \u0633\u0631\u0628\u0631\u06af", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("LetterheadSection", u"\u0628\u0631\u06af\u0632\u06cc\u062f\u0646 \u0641\u0627\u06cc\u0644\u2026", None))
#if QT_CONFIG(accessibility)
        self.choose.setAccessibleName(QCoreApplication.translate("LetterheadSection", u"\u0628\u0631\u06af\u0632\u06cc\u062f\u0646 \u0641\u0627\u06cc\u0644 \u0646\u0634\u0627\u0646", None))
#endif // QT_CONFIG(accessibility)
        self.remove.setText(QCoreApplication.translate("LetterheadSection", u"\u0628\u0631\u062f\u0627\u0634\u062a\u0646", None))
#if QT_CONFIG(accessibility)
        self.remove.setAccessibleName(QCoreApplication.translate("LetterheadSection", u"\u0628\u0631\u062f\u0627\u0634\u062a\u0646 \u0646\u0634\u0627\u0646", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

