# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'earlier_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import (FigureField, LineField)
class Ui_EarlierSection(object):
    def setupUi(self, EarlierSection):
        if not EarlierSection.objectName():
            EarlierSection.setObjectName(u"EarlierSection")
        EarlierSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(EarlierSection)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.held = QCheckBox(EarlierSection)
        self.held.setObjectName(u"held")

        self.column.addWidget(self.held)

        self.note = TextLabel(EarlierSection)
        self.note.setObjectName(u"note")

        self.column.addWidget(self.note)

        self.lastMeetingField = Field(EarlierSection)
        self.lastMeetingField.setObjectName(u"lastMeetingField")
        self.lastMeetingColumn = QVBoxLayout(self.lastMeetingField)
        self.lastMeetingColumn.setSpacing(0)
        self.lastMeetingColumn.setObjectName(u"lastMeetingColumn")
        self.lastMeetingColumn.setContentsMargins(0, 0, 0, 0)
        self.lastMeetingEdit = FigureField(self.lastMeetingField)
        self.lastMeetingEdit.setObjectName(u"lastMeetingEdit")

        self.lastMeetingColumn.addWidget(self.lastMeetingEdit)


        self.column.addWidget(self.lastMeetingField)

        self.lastNumberField = Field(EarlierSection)
        self.lastNumberField.setObjectName(u"lastNumberField")
        self.lastNumberColumn = QVBoxLayout(self.lastNumberField)
        self.lastNumberColumn.setSpacing(0)
        self.lastNumberColumn.setObjectName(u"lastNumberColumn")
        self.lastNumberColumn.setContentsMargins(0, 0, 0, 0)
        self.lastNumberEdit = LineField(self.lastNumberField)
        self.lastNumberEdit.setObjectName(u"lastNumberEdit")

        self.lastNumberColumn.addWidget(self.lastNumberEdit)


        self.column.addWidget(self.lastNumberField)

        self.beginsField = Field(EarlierSection)
        self.beginsField.setObjectName(u"beginsField")
        self.beginsColumn = QVBoxLayout(self.beginsField)
        self.beginsColumn.setSpacing(0)
        self.beginsColumn.setObjectName(u"beginsColumn")
        self.beginsColumn.setContentsMargins(0, 0, 0, 0)
        self.beginsEdit = FigureField(self.beginsField)
        self.beginsEdit.setObjectName(u"beginsEdit")

        self.beginsColumn.addWidget(self.beginsEdit)


        self.column.addWidget(self.beginsField)

        self.bring = Button(EarlierSection)
        self.bring.setObjectName(u"bring")

        self.column.addWidget(self.bring)


        self.retranslateUi(EarlierSection)
    # setupUi

    def retranslateUi(self, EarlierSection):
        self.held.setText(QCoreApplication.translate("EarlierSection", u"\u0627\u06cc\u0646 \u06a9\u0645\u06cc\u062a\u0647 \u067e\u06cc\u0634 \u0627\u0632 \u0627\u06cc\u0646 \u0628\u0631\u0646\u0627\u0645\u0647 \u062c\u0644\u0633\u0647 \u062f\u0627\u0634\u062a\u0647 \u0627\u0633\u062a", None))
        self.note.setText(QCoreApplication.translate("EarlierSection", u"\u0634\u0645\u0627\u0631\u0647\u0654 \u062c\u0644\u0633\u0647\u0654 \u062a\u0627\u0632\u0647 \u0648 \u0645\u0635\u0648\u0628\u0647\u200c\u0647\u0627 \u0627\u0632 \u0647\u0645\u06cc\u0646\u200c\u062c\u0627 \u0627\u062f\u0627\u0645\u0647 \u0645\u06cc\u200c\u06cc\u0627\u0628\u062f. \u0645\u0627\u0647\u200c\u0647\u0627\u06cc \u067e\u06cc\u0634 \u0627\u0632 \u0622\u063a\u0627\u0632 \u062b\u0628\u062a \u00ab\u067e\u06cc\u0634 \u0627\u0632 \u062b\u0628\u062a\u00bb \u062e\u0648\u0627\u0646\u062f\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f\u060c \u0646\u0647 \u00ab\u0628\u0631\u06af\u0632\u0627\u0631\u0646\u0634\u062f\u0647\u00bb.", None))
        self.lastMeetingField.setProperty(u"label_text", QCoreApplication.translate("EarlierSection", u"\u0634\u0645\u0627\u0631\u0647\u0654 \u0622\u062e\u0631\u06cc\u0646 \u062c\u0644\u0633\u0647", None))
        self.lastMeetingField.setProperty(u"hint_text", QCoreApplication.translate("EarlierSection", u"\u0646\u062e\u0633\u062a\u06cc\u0646 \u062c\u0644\u0633\u0647\u200c\u0627\u06cc \u06a9\u0647 \u0627\u06cc\u0646\u062c\u0627 \u062f\u0639\u0648\u062a \u0634\u0648\u062f \u0634\u0645\u0627\u0631\u0647\u0654 \u067e\u0633 \u0627\u0632 \u0622\u0646 \u0631\u0627 \u0645\u06cc\u200c\u06af\u06cc\u0631\u062f", None))
        self.lastNumberField.setProperty(u"label_text", QCoreApplication.translate("EarlierSection", u"\u0634\u0645\u0627\u0631\u0647\u0654 \u0622\u062e\u0631\u06cc\u0646 \u0645\u0635\u0648\u0628\u0647", None))
        self.lastNumberField.setProperty(u"hint_text", QCoreApplication.translate("EarlierSection", u"\u0686\u0646\u0627\u0646 \u06a9\u0647 \u0628\u0631 \u06a9\u0627\u063a\u0630 \u0622\u0645\u062f\u0647 \u0627\u0633\u062a\u061b \u0627\u06af\u0631 \u0634\u0645\u0627\u0631\u0647\u200c\u0627\u06cc \u0646\u062f\u0627\u0634\u062a\u0647\u200c\u0627\u06cc\u062f \u062e\u0627\u0644\u06cc \u0628\u06af\u0630\u0627\u0631\u06cc\u062f", None))
        self.beginsField.setProperty(u"label_text", QCoreApplication.translate("EarlierSection", u"\u0646\u062e\u0633\u062a\u06cc\u0646 \u0645\u0627\u0647 \u062b\u0628\u062a \u062f\u0631 \u0627\u06cc\u0646 \u0628\u0631\u0646\u0627\u0645\u0647", None))
        self.beginsField.setProperty(u"hint_text", QCoreApplication.translate("EarlierSection", u"\u0645\u0627\u0646\u0646\u062f \u00ab\u0645\u0647\u0631 \u06f1\u06f4\u06f0\u06f2\u00bb \u06cc\u0627 \u00ab\u06f1\u06f4\u06f0\u06f2/\u06f7\u00bb", None))
        self.bring.setText(QCoreApplication.translate("EarlierSection", u"\u062c\u0644\u0633\u0647\u200c\u0647\u0627 \u0648 \u0645\u0635\u0648\u0628\u0647\u200c\u0647\u0627\u06cc \u06af\u0630\u0634\u062a\u0647\u2026", None))
        pass
    # retranslateUi

