# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'memorandum_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
class Ui_MemorandumSection(object):
    def setupUi(self, MemorandumSection):
        if not MemorandumSection.objectName():
            MemorandumSection.setObjectName(u"MemorandumSection")
        MemorandumSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MemorandumSection)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.titleField = Field(MemorandumSection)
        self.titleField.setObjectName(u"titleField")
        self.titleFieldColumn = QVBoxLayout(self.titleField)
        self.titleFieldColumn.setSpacing(0)
        self.titleFieldColumn.setObjectName(u"titleFieldColumn")
        self.titleFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.titleEdit = LineField(self.titleField)
        self.titleEdit.setObjectName(u"titleEdit")

        self.titleFieldColumn.addWidget(self.titleEdit)


        self.column.addWidget(self.titleField)

        self.subjectField = Field(MemorandumSection)
        self.subjectField.setObjectName(u"subjectField")
        self.subjectFieldColumn = QVBoxLayout(self.subjectField)
        self.subjectFieldColumn.setSpacing(0)
        self.subjectFieldColumn.setObjectName(u"subjectFieldColumn")
        self.subjectFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.subjectEdit = TextArea(self.subjectField)
        self.subjectEdit.setObjectName(u"subjectEdit")

        self.subjectFieldColumn.addWidget(self.subjectEdit)


        self.column.addWidget(self.subjectField)

        self.pair = QHBoxLayout()
        self.pair.setSpacing(12)
        self.pair.setObjectName(u"pair")
        self.pair.setContentsMargins(0, 0, 0, 0)
        self.signedOnField = Field(MemorandumSection)
        self.signedOnField.setObjectName(u"signedOnField")
        self.signedOnFieldColumn = QVBoxLayout(self.signedOnField)
        self.signedOnFieldColumn.setSpacing(0)
        self.signedOnFieldColumn.setObjectName(u"signedOnFieldColumn")
        self.signedOnFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.signedOnEdit = JalaliDateEdit(self.signedOnField)
        self.signedOnEdit.setObjectName(u"signedOnEdit")

        self.signedOnFieldColumn.addWidget(self.signedOnEdit)


        self.pair.addWidget(self.signedOnField)

        self.committeeField = Field(MemorandumSection)
        self.committeeField.setObjectName(u"committeeField")
        self.committeeFieldColumn = QVBoxLayout(self.committeeField)
        self.committeeFieldColumn.setSpacing(0)
        self.committeeFieldColumn.setObjectName(u"committeeFieldColumn")
        self.committeeFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.committeeEdit = LineField(self.committeeField)
        self.committeeEdit.setObjectName(u"committeeEdit")

        self.committeeFieldColumn.addWidget(self.committeeEdit)


        self.pair.addWidget(self.committeeField)


        self.column.addLayout(self.pair)

        self.articlesHead = QHBoxLayout()
        self.articlesHead.setSpacing(8)
        self.articlesHead.setObjectName(u"articlesHead")
        self.articlesHead.setContentsMargins(0, 0, 0, 0)
        self.articlesLabel = TextLabel(MemorandumSection)
        self.articlesLabel.setObjectName(u"articlesLabel")

        self.articlesHead.addWidget(self.articlesLabel)

        self.articlesGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.articlesHead.addItem(self.articlesGap)

        self.articlesNote = TextLabel(MemorandumSection)
        self.articlesNote.setObjectName(u"articlesNote")

        self.articlesHead.addWidget(self.articlesNote)


        self.column.addLayout(self.articlesHead)

        self.articles = QWidget(MemorandumSection)
        self.articles.setObjectName(u"articles")

        self.column.addWidget(self.articles)


        self.retranslateUi(MemorandumSection)
    # setupUi

    def retranslateUi(self, MemorandumSection):
        self.titleField.setProperty(u"label_text", QCoreApplication.translate("MemorandumSection", u"\u0639\u0646\u0648\u0627\u0646", None))
        self.subjectField.setProperty(u"label_text", QCoreApplication.translate("MemorandumSection", u"\u0645\u0648\u0636\u0648\u0639", None))
        self.signedOnField.setProperty(u"label_text", QCoreApplication.translate("MemorandumSection", u"\u062a\u0627\u0631\u06cc\u062e \u0627\u0645\u0636\u0627", None))
        self.signedOnField.setProperty(u"hint_text", QCoreApplication.translate("MemorandumSection", u"\u0627\u0632 \u0631\u0648\u06cc \u0646\u0633\u062e\u0647\u0654 \u0627\u0645\u0636\u0627\u0634\u062f\u0647 \u0628\u0646\u0648\u06cc\u0633\u06cc\u062f", None))
        self.committeeField.setProperty(u"label_text", QCoreApplication.translate("MemorandumSection", u"\u0646\u0627\u0645 \u06a9\u0645\u06cc\u062a\u0647", None))
        self.committeeField.setProperty(u"hint_text", QCoreApplication.translate("MemorandumSection", u"\u062f\u0631 \u0633\u0631\u0650 \u0647\u0631 \u0635\u0648\u0631\u062a\u200c\u062c\u0644\u0633\u0647 \u0686\u0627\u067e \u0645\u06cc\u200c\u0634\u0648\u062f", None))
        self.articlesLabel.setText(QCoreApplication.translate("MemorandumSection", u"\u0645\u0627\u062f\u0647\u200c\u0647\u0627 \u0648 \u062a\u0628\u0635\u0631\u0647", None))
        self.articlesNote.setText(QCoreApplication.translate("MemorandumSection", u"\u0639\u0646\u0648\u0627\u0646\u200c\u0647\u0627 \u0631\u0627 \u0627\u0632 \u0645\u062a\u0646 \u062a\u0641\u0627\u0647\u0645\u200c\u0646\u0627\u0645\u0647 \u0628\u0646\u0648\u06cc\u0633\u06cc\u062f\u061b \u062e\u0627\u0644\u06cc \u0647\u0645 \u067e\u0630\u06cc\u0631\u0641\u062a\u0647 \u0627\u0633\u062a", None))
        pass
    # retranslateUi

